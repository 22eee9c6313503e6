using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>The last value that was set; kept until another comes.</summary>
internal sealed class GaugeSeries(SeriesKey key) : LiveSeries(key)
{
    private double _value = double.NaN;

    public override void Record(long value) => Volatile.Write(ref _value, value);

    public override void Record(double value) => Volatile.Write(ref _value, value);

    public override void Publish(SnapshotBuilder builder)
    {
        // Between the making of the series and its first value there may be a tick.
        var value = Volatile.Read(ref _value);
        if (!double.IsNaN(value))
            builder.Add(Key, value);
    }
}
