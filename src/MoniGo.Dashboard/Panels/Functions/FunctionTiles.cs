using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>One function as it is now.</summary>
internal static class FunctionTiles
{
    private static readonly EmptyText NoCalls = new("No calls", "None ended in this range.");
    private static readonly TagMatcher Sampled = new(FunctionInstruments.KeptReason, "sampled");

    /// <summary>Gets how often it is called.</summary>
    public static TilePanel Calls { get; } = new("function-calls", "Calls", Unit.PerSecond, SeriesQuery.RateOf(FunctionInstruments.Duration.Name))
    {
        About = "Calls that ended per second since the last tick.",
        Empty = NoCalls,
        ZeroWhenAbsent = true,
        Detail = reading => $"{Unit.Write(CountOf(reading))} since start",
    };

    /// <summary>Gets how long it takes.</summary>
    public static TilePanel P95 { get; } = new("function-p95", "p95", Unit.Milliseconds, Quantile(0.95))
    {
        About = "Nineteen of twenty calls since the last tick took no longer than this. At most 2.2 % off.",
        Empty = NoCalls,
        Detail = reading => reading.Instant(Quantile(0.5)) is [{ Points: [.., var median] }, ..] && double.IsFinite(median.Value) ? $"p50 {Unit.Write(median.Value)} ms" : null,
    };

    /// <summary>Gets how often it fails.</summary>
    public static TilePanel Errors { get; } = new("function-errors", "Errors", Unit.PerSecond, SeriesQuery.RateOf(FunctionInstruments.Errors.Name))
    {
        About = "Calls that ended with an exception per second since the last tick.",
        Empty = NoCalls,
        ZeroWhenAbsent = true,
        Detail = reading => $"{Unit.Write(reading.Sum(FunctionInstruments.Errors.Name) ?? 0)} since start",
    };

    /// <summary>Gets how many calls are running.</summary>
    public static TilePanel Running { get; } = new("function-active", "Running", Unit.Count, SeriesQuery.LastOf(FunctionInstruments.Active.Name))
    {
        About = "Calls that have begun and not ended.",
        Empty = NoCalls,
        ZeroWhenAbsent = true,
        Detail = reading => reading.ActiveCalls.List(1, FunctionPage.Of(reading)) is [var oldest] ? $"oldest {Unit.WriteDuration(oldest.Age.TotalSeconds)}" : null,
    };

    /// <summary>Gets what a call allocates.</summary>
    public static FactPanel Allocated { get; } = new("function-memory", "Allocated", ReadAllocated)
    {
        About = "Bytes that synchronous calls allocated since the process started, spread over all calls.",
        Empty = NoCalls,
    };

    /// <summary>Gets how many calls were kept.</summary>
    public static FactPanel Kept { get; } = new("function-kept", "Kept", ReadKept)
    {
        About = "Calls kept with their trace since the process started: a sample of all, the slow ones and failed ones. The tables of slow calls and callers rest on these alone.",
        Empty = NoCalls,
    };

    private static SeriesQuery Quantile(double quantile) => SeriesQuery.QuantileOf(FunctionInstruments.Duration.Name, quantile) with { Scale = 1000 };

    private static double CountOf(PanelReading reading) => reading.Sum(FunctionInstruments.Duration.Name) ?? 0;

    private static TileAnswer ReadAllocated(PanelReading reading)
    {
        var calls = CountOf(reading);
        return calls > 0 && reading.Sum(FunctionInstruments.Allocated.Name) is { } bytes
            ? TileAnswer.OfBytes(bytes / calls, "per call, since start")
            : new(Unit.Write(null), "", "not measured");
    }

    private static TileAnswer ReadKept(PanelReading reading)
    {
        var (calls, kept) = (CountOf(reading), reading.Sum(FunctionInstruments.Kept.Name) ?? 0);
        var sampled = reading.Instant(SeriesQuery.LastOf(FunctionInstruments.Kept.Name, Sampled)) is [{ Points: [.., var last] }] ? last.Value : 0;
        return new(Unit.Write(kept), "", sampled > 0 ? $"1 in {Unit.Write(Math.Round(calls / sampled))} sampled" : "none sampled");
    }
}
