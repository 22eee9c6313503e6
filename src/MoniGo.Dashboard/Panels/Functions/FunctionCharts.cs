using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>One function over time.</summary>
internal static class FunctionCharts
{
    private static readonly EmptyText NoCalls = new("No calls in this range", "The line starts with the first call that ends.");

    /// <summary>Gets how often it is called and fails.</summary>
    public static ChartPanel Calls { get; } = new("function-rate", "Calls", Unit.PerSecond)
    {
        About = "Calls that ended per second: all of them, and those that ended with an exception.",
        Empty = NoCalls,
        Lines = [new("all", Rate(FunctionInstruments.Duration), Tone.First), new("failed", Rate(FunctionInstruments.Errors), Tone.Bad)],
    };

    /// <summary>Gets how long it takes.</summary>
    public static ChartPanel Durations { get; } = new("function-quantiles", "Duration", Unit.Milliseconds)
    {
        About = "The time within which half, 95 % and 99 % of the calls ended. Percentiles come from merged histograms, never from averages of percentiles.",
        Empty = NoCalls,
        Lines = [new("p50", Quantile(0.5), Tone.First), new("p95", Quantile(0.95), Tone.Second), new("p99", Quantile(0.99), Tone.Fifth)],
    };

    /// <summary>Gets how much of its time is its own.</summary>
    public static ChartPanel OwnTime { get; } = new("function-own", "Own time", new("ms/s"))
    {
        About = "Milliseconds of each second spent in its calls, and the part outside the traced functions they called. Of the calls whose own time is known: "
            + "all that ended on one thread, and sampled ones.",
        Empty = new("Own time is not known", "It is measured of calls that end on the thread they began on, and of sampled ones."),
        Span = 4,
        Lines =
        [
            new("in all", Rate(FunctionInstruments.AttributedDuration) with { Scale = 1000 }, Tone.Quiet),
            new("own", Rate(FunctionInstruments.SelfDuration) with { Scale = 1000 }, Tone.Third),
        ],
    };

    /// <summary>Gets how many calls run at once.</summary>
    public static ChartPanel Running { get; } = new("function-in-flight", "Running calls", Unit.Count)
    {
        About = "Calls that were running at the tick.",
        Empty = NoCalls,
        Span = 4,
        Lines = [new("running", SeriesQuery.LastOf(FunctionInstruments.Active.Name), Tone.Fourth) { HasBand = true }],
    };

    /// <summary>Gets what it allocates.</summary>
    public static ChartPanel Allocated { get; } = new("function-allocated", "Allocation", new("KB/s"))
    {
        About = "Bytes that its synchronous calls allocated per second, those of the functions they called included.",
        Empty = new("Allocation is not measured", "It is known of synchronous calls."),
        Span = 4,
        Lines = [new("allocated", Rate(FunctionInstruments.Allocated) with { Scale = 1 / 1024d }, Tone.Second)],
    };

    private static SeriesQuery Rate(InstrumentInfo instrument) => SeriesQuery.RateOf(instrument.Name);

    private static SeriesQuery Quantile(double quantile) => SeriesQuery.QuantileOf(FunctionInstruments.Duration.Name, quantile) with { Scale = 1000 };
}
