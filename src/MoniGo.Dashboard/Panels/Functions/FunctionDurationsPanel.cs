using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How the durations of a function's calls are spread.</summary>
internal static class FunctionDurationsPanel
{
    /// <summary>Gets the panel.</summary>
    public static DistributionPanel Panel { get; } = new("function-spread", "How long calls take", ReadAsync)
    {
        About = "Calls of the range by their duration, on a scale where each step is the same factor. Two hills are two kinds of calls, such as with and without a cache.",
        Empty = new("No calls in this range", "The first call that ends appears here."),
    };

    private static async ValueTask<ExponentialHistogram> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var totals = await reading.Engine.TotalsAsync(reading.Select(FunctionInstruments.Duration.Name), reading.Range, cancellationToken);
        return totals is [{ Histogram: { } histogram }] ? histogram : ExponentialHistogram.Empty;
    }
}
