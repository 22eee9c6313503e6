using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Adds up the measurements of one series in place.</summary>
/// <remarks>Recording is thread-safe, takes no lock and allocates nothing; publishing happens once per tick and never concurrently.</remarks>
internal abstract class LiveSeries(SeriesKey key)
{
    /// <summary>Gets the series; the same instance at every tick.</summary>
    public SeriesKey Key { get; } = key;

    /// <summary>Makes the series that suits an instrument.</summary>
    public static LiveSeries Create(InstrumentShape shape, SeriesKey key, MeterDrops drops) => shape switch
    {
        { Observed: true, Kind: InstrumentKind.Gauge } => new ObservedGaugeSeries(key),
        { Observed: true } => new ObservedTotalSeries(key),
        { Kind: InstrumentKind.Counter } => new CounterSeries(key, drops),
        { Kind: InstrumentKind.UpDownCounter } => new UpDownCounterSeries(key),
        { Kind: InstrumentKind.Gauge } => new GaugeSeries(key),
        _ => new HistogramSeries(key),
    };

    /// <summary>Records a whole number.</summary>
    public abstract void Record(long value);

    /// <summary>Records a finite number.</summary>
    public abstract void Record(double value);

    /// <summary>Adds the current reading, if there is one.</summary>
    public abstract void Publish(SnapshotBuilder builder);
}
