namespace MoniGo.Signals;

/// <summary>What MoniGo measures of itself.</summary>
public static class OwnInstruments
{
    /// <summary>Gets the time that making the last snapshot took.</summary>
    public static InstrumentInfo TickDuration { get; } = new(
        "monigo.tick.duration", InstrumentKind.Gauge, "s", "Time it took to make the last snapshot.");

    /// <summary>Gets the bytes allocated by making snapshots.</summary>
    public static InstrumentInfo TickAllocated { get; } = new(
        "monigo.tick.allocated", InstrumentKind.Counter, "By", "Bytes allocated by making snapshots.");

    /// <summary>Gets the number of series in the last snapshot.</summary>
    public static InstrumentInfo SeriesCount { get; } = new(
        "monigo.series.count", InstrumentKind.Gauge, "{series}", "Series in the last snapshot.");

    /// <summary>Gets what was dropped; tag <c>reason</c>.</summary>
    public static InstrumentInfo Dropped { get; } = new(
        "monigo.dropped", InstrumentKind.Counter, "{item}", "Measurements, samples or ticks that were dropped, by reason.");

    /// <summary>Gets the failures of sources; tag <c>source</c>.</summary>
    public static InstrumentInfo SourceFailures { get; } = new(
        "monigo.source.failures", InstrumentKind.Counter, "{failure}", "Ticks in which a source threw.");

    /// <summary>Gets the bytes that the sample store uses.</summary>
    public static InstrumentInfo StoreBytes { get; } = new(
        "monigo.store.usage", InstrumentKind.Gauge, "By", "Bytes in use by the sample store.");

    /// <summary>Gets the number of open live streams.</summary>
    public static InstrumentInfo Viewers { get; } = new(
        "monigo.viewers", InstrumentKind.Gauge, "{viewer}", "Open live streams of the dashboard.");

    /// <summary>Gets the age of a reading that is taken less often than each tick; tag <c>source</c>.</summary>
    public static InstrumentInfo ReadingAge { get; } = new(
        "monigo.reading.age", InstrumentKind.Gauge, "s", "Age of readings that are taken less often than each tick.");
}
