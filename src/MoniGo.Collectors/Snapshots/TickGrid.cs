namespace MoniGo.Collectors;

/// <summary>The moments at which ticks are due: whole multiples of the interval since 1970.</summary>
/// <remarks>All processes of a fleet share it, so their samples line up. Pure arithmetic.</remarks>
internal readonly record struct TickGrid(TimeSpan Interval)
{
    /// <summary>Gets the last moment of the grid at or before a time.</summary>
    public DateTimeOffset AtOrBefore(DateTimeOffset time) =>
        new(time.UtcTicks - ((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) % Interval.Ticks), TimeSpan.Zero);

    /// <summary>Gets the first moment of the grid after a time.</summary>
    public DateTimeOffset After(DateTimeOffset time) => AtOrBefore(time) + Interval;

    /// <summary>Gets the time of a tick made now, always later than that of the tick before.</summary>
    /// <remarks>
    /// A second tick in one slot of the grid carries the clock's own time. While the clock stands still or stepped back,
    /// times go on by the interval: rates stay true, and the grid takes over when the clock has caught up.
    /// </remarks>
    public DateTimeOffset TimeOfTick(DateTimeOffset now, DateTimeOffset? last)
    {
        var aligned = AtOrBefore(now);
        if (last is not { } previous || aligned > previous)
            return aligned;

        return now > previous ? now.ToUniversalTime() : previous + Interval;
    }
}
