using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>A total that the application gave when asked at this tick; absent when it gave none.</summary>
/// <remarks>
/// Totals for the same tags add up: several instruments, or several tag sets past the cardinality limit, may share the series.
/// Only the tick's thread records and publishes.
/// </remarks>
internal sealed class ObservedTotalSeries(SeriesKey key) : LiveSeries(key)
{
    private double? _reported;

    public override void Record(long value) => Record((double)value);

    public override void Record(double value) => _reported = _reported.GetValueOrDefault() + value;

    public override void Publish(SnapshotBuilder builder)
    {
        if (_reported is { } value)
            builder.Add(Key, value);

        _reported = null;
    }
}
