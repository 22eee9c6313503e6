using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>All series of one instrument: finds the one that a measurement's tags mean, up to the cardinality limit.</summary>
/// <remarks>
/// Budget of a measurement with one tag: half of what the OpenTelemetry SDK takes, 0 B (<c>figures request-overhead</c>).
/// Known tags are found without a lock; new ones take it once.
/// Past the limit plain tags go to the overflow series without being written out, so a flood of tags allocates nothing.
/// </remarks>
internal sealed class InstrumentSeries(
    InstrumentInfo instrument, InstrumentShape shape, TagSet constants, int limit, MeterDrops drops, SlowRequests? slow = null)
{
    private static readonly KeyValuePair<string, string> OverflowTag = new("otel.metric.overflow", "true");

    private readonly TagTable _table = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<TagSet, LiveSeries> _byTags = [];
    private LiveSeries[] _all = new LiveSeries[1];
    private int _count;
    private LiveSeries? _untagged;
    private LiveSeries? _overflow;

    /// <summary>Gets the instrument.</summary>
    public InstrumentInfo Instrument { get; } = instrument;

    /// <summary>Records a whole number.</summary>
    public void Record(long value, ReadOnlySpan<Tag> tags) => Find(tags)?.Record(value);

    /// <summary>Records a number; one that is not finite is dropped and counted.</summary>
    public void Record(double value, ReadOnlySpan<Tag> tags)
    {
        if (double.IsFinite(value))
            Find(tags)?.Record(value);
        else
            drops.CountValue();
    }

    /// <summary>Adds the current reading of every series.</summary>
    public void Publish(SnapshotBuilder builder)
    {
        // The count first: an array that is read later holds at least that many.
        var count = Volatile.Read(ref _count);
        var all = Volatile.Read(ref _all);
        for (var i = 0; i < count; i++)
            all[i].Publish(builder);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LiveSeries? Find(ReadOnlySpan<Tag> tags) =>
        (tags.IsEmpty ? Volatile.Read(ref _untagged) : _table.Find(tags)) ?? ResolveSafely(tags);

    // Only new tags, and those that are not plain, run code of the application, which may throw.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LiveSeries? ResolveSafely(ReadOnlySpan<Tag> tags)
    {
        try
        {
            return Resolve(tags);
        }
        catch (Exception)
        {
            drops.CountCallback();
            return null;
        }
    }

    private LiveSeries Resolve(ReadOnlySpan<Tag> tags)
    {
        var plain = TagText.ArePlain(tags);
        if (plain && Volatile.Read(ref _overflow) is { } overflow)
            return CountOverflow(overflow);

        var text = TagText.ToTagSet(constants, tags); // runs the application's ToString, so not under the lock
        lock (_gate)
        {
            if (_byTags.TryGetValue(text, out var series) || (series = TryAdd_NeedsLock(text)) is not null)
                Remember_NeedsLock(tags, plain, series);
            else
                series = CountOverflow(_overflow ??= Add_NeedsLock(constants.With(OverflowTag.Key, OverflowTag.Value)));

            return series;
        }
    }

    private LiveSeries? TryAdd_NeedsLock(TagSet tags)
    {
        if (_byTags.Count >= limit)
            return null;

        var series = Add_NeedsLock(tags);
        _byTags.Add(tags, series);
        return series;
    }

    private LiveSeries Add_NeedsLock(TagSet tags)
    {
        var series = LiveSeries.Create(shape, new(Instrument, tags), drops, slow);
        if (_count == _all.Length)
        {
            var grown = new LiveSeries[_all.Length * 2];
            _all.CopyTo(grown, 0);
            Volatile.Write(ref _all, grown);
        }

        _all[_count] = series;
        Volatile.Write(ref _count, _count + 1);
        return series;
    }

    private void Remember_NeedsLock(ReadOnlySpan<Tag> tags, bool plain, LiveSeries series)
    {
        if (tags.IsEmpty)
            Volatile.Write(ref _untagged, series);
        else if (plain && _table.Count < limit * 2 && _table.Find(tags) is null) // 1 and 1L are one series and two entries
            _table.Add_NeedsLock(tags.ToArray(), series);
    }

    private LiveSeries CountOverflow(LiveSeries overflow)
    {
        drops.CountCardinality();
        return overflow;
    }
}
