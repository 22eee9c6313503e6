using System.Collections.Immutable;

namespace MoniGo.Storage;

/// <summary>The heads of the open hours, of late ticks, and those frozen until they are sealed.</summary>
/// <remarks>
/// Not thread-safe: used under the store's lock. An hour stays open for a while after its end, so that streams whose ticks arrive a
/// little later still go into its segment. What is out of the open hours, behind or ahead, is late.
/// </remarks>
internal sealed class HeadSet
{
    /// <summary>How long an hour stays open after its end, and how far ahead a clock may run.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly List<OpenHead> _open = [];

    /// <summary>Gets the heads that take no more ticks, oldest first.</summary>
    public ImmutableArray<OpenHead> Frozen { get; private set; } = [];

    public IEnumerable<OpenHead> Open => _open;

    public IEnumerable<OpenHead> All => Frozen.Concat(_open);

    /// <summary>Gets the memory of all heads.</summary>
    public long Bytes => All.Sum(head => head.Head.Bytes);

    /// <summary>Gets the memory of the heads that still take ticks.</summary>
    public long OpenBytes => _open.Sum(head => head.Head.Bytes);

    /// <summary>Finds the head that takes a tick, or opens it.</summary>
    /// <param name="time">Time of the tick.</param>
    /// <param name="now">Time by the store's clock.</param>
    /// <param name="isReplay">True when hours long past are to be opened again.</param>
    public OpenHead For(DateTimeOffset time, DateTimeOffset now, bool isReplay = false)
    {
        var end = RowWindows.End(time, Hour);
        var isOpen = isReplay || (end + Grace > now && end - Hour - Grace <= now);
        return Find(isOpen ? end : null) ?? Add(new(isOpen ? end : null, now));
    }

    /// <summary>Freezes the hours that are over, and late ticks that waited for an hour.</summary>
    /// <remarks>Also what a clock that was set back has left in the future: it would keep every log until then.</remarks>
    public void FreezeDue(DateTimeOffset now)
    {
        if (_open.Exists(head => IsDue(head, now)))
            Freeze(head => IsDue(head, now));
    }

    /// <summary>Freezes some of the open heads.</summary>
    public void Freeze(Predicate<OpenHead> which)
    {
        Frozen = [.. Frozen, .. _open.Where(head => which(head) && head.Head.Ticks > 0)];
        _open.RemoveAll(which);
    }

    /// <summary>Forgets a frozen head once it is sealed.</summary>
    public void Remove(OpenHead sealedHead) => Frozen = Frozen.Remove(sealedHead);

    /// <summary>Finds the oldest log that is still needed; null when none is.</summary>
    public long? OldestLog() => All.Min(head => head.FirstLog);

    private static bool IsDue(OpenHead head, DateTimeOffset now) => head.HourEnd is { } end
        ? end + Grace <= now || end - Hour - Grace > now
        : head.Opened + Hour <= now || head.Opened - Grace > now;

    private OpenHead? Find(DateTimeOffset? hourEnd) => _open.Find(head => head.HourEnd == hourEnd);

    private OpenHead Add(OpenHead head)
    {
        _open.Add(head);
        return head;
    }
}
