using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Measures what making snapshots costs, and publishes it with the next one.</summary>
/// <remarks>Used under the ticker's lock only.</remarks>
internal sealed class TickCost(TimeProvider time)
{
    private static readonly SeriesKey DurationKey = new(OwnInstruments.TickDuration);
    private static readonly SeriesKey AllocatedKey = new(OwnInstruments.TickAllocated);
    private static readonly SeriesKey CountKey = new(OwnInstruments.SeriesCount);
    private static readonly SeriesKey RefusedKey = Dropped("refused");
    private static readonly SeriesKey MissedKey = Dropped("slow_reader");
    private static readonly SeriesKey SkippedKey = Dropped("skipped_tick");

    private TimeSpan? _lastDuration;
    private long _allocated;

    /// <summary>Measures until the answer is disposed, on one thread.</summary>
    public Measurement Measure() => new(this, time.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

    /// <summary>Adds the cost of the ticks before this one, and what was lost on the way.</summary>
    public void Publish(SnapshotBuilder builder, long missed, long skipped)
    {
        if (_lastDuration is { } duration)
            builder.Add(DurationKey, duration.TotalSeconds);

        builder.Add(AllocatedKey, _allocated);
        builder.Add(RefusedKey, builder.Refused);
        builder.Add(MissedKey, missed);
        builder.Add(SkippedKey, skipped);
        builder.Add(CountKey, builder.Count + 1); // and this one
    }

    private static SeriesKey Dropped(string reason) => new(OwnInstruments.Dropped, TagSet.Of("reason", reason));

    private TimeSpan Elapsed(long start) => time.GetElapsedTime(start);

    /// <summary>One running measurement.</summary>
    public readonly struct Measurement(TickCost cost, long start, long allocatedBefore) : IDisposable
    {
        /// <summary>Ends the measurement.</summary>
        public void Dispose()
        {
            cost._lastDuration = cost.Elapsed(start);
            cost._allocated += GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        }
    }
}
