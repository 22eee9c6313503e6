namespace MoniGo.Dashboard;

/// <summary>The spans of the page's trace, one under the other.</summary>
internal static class WaterfallPanel
{
    /// <summary>Gets the panel.</summary>
    public static TracePanel Trace { get; } = new("waterfall", "Waterfall")
    {
        Span = 12,
        About = "Each line is a call, under the one that called it. Its bar says when it ran: deep where it did its own work, "
            + "faint while it waited for what it called. Open a line for its facts and what was logged in it. Only kept calls are here: "
            + "slow, failed and sampled ones, and what sampled ones called.",
        Empty = new("This trace is not kept", "It was never kept, or made room for later ones."),
    };
}
