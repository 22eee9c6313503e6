using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Adds up the measurements of one series in place.</summary>
/// <remarks>Recording is thread-safe, takes no lock and allocates nothing; publishing happens once per tick and never concurrently.</remarks>
internal abstract class LiveSeries(SeriesKey key)
{
    /// <summary>Gets the series; the same instance at every tick.</summary>
    public SeriesKey Key { get; } = key;

    /// <summary>Makes the series that suits an instrument.</summary>
    /// <param name="shape">How its measurements add up.</param>
    /// <param name="key">The series.</param>
    /// <param name="drops">Counts what it cannot take.</param>
    /// <param name="slow">Keeps what is slow of requests; null for every other instrument.</param>
    public static LiveSeries Create(InstrumentShape shape, SeriesKey key, MeterDrops drops, SlowRequests? slow = null) => shape switch
    {
        { Observed: true, Kind: InstrumentKind.Gauge } => new ObservedGaugeSeries(key),
        { Observed: true } => new ObservedTotalSeries(key),
        { Kind: InstrumentKind.Counter } => new CounterSeries(key, drops),
        { Kind: InstrumentKind.UpDownCounter } => new UpDownCounterSeries(key),
        { Kind: InstrumentKind.Gauge } => new GaugeSeries(key),
        _ => slow is null ? new HistogramSeries(key) : new RequestSeries(key, slow),
    };

    /// <summary>Records a whole number.</summary>
    public abstract void Record(long value);

    /// <summary>Records a finite number.</summary>
    public abstract void Record(double value);

    /// <summary>Adds the current reading, if there is one.</summary>
    public abstract void Publish(SnapshotBuilder builder);
}
