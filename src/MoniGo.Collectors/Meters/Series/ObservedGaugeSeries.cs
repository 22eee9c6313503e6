using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>A reading that the application gave when asked at this tick; absent when it gave none.</summary>
/// <remarks>Only the tick's thread records and publishes.</remarks>
internal sealed class ObservedGaugeSeries(SeriesKey key) : LiveSeries(key)
{
    private double? _reported;

    public override void Record(long value) => _reported = value;

    public override void Record(double value) => _reported = value;

    public override void Publish(SnapshotBuilder builder)
    {
        if (_reported is { } value)
            builder.Add(Key, value);

        _reported = null;
    }
}
