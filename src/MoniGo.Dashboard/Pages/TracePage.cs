namespace MoniGo.Dashboard;

/// <summary>The page of one kept trace: its waterfall and its log.</summary>
internal static class TracePage
{
    private const string Key = "trace";

    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        Key, "Trace",
        new(TracesPage.Key, [TracePanel.Id], new("This trace is not kept", "It was never kept, or made room for later ones."))
        {
            HeadingKind = ColumnKind.Function,
            Named = answer => answer.Panels.GetValueOrDefault(WaterfallPanel.Trace.Key)?.Trace?.Root.Name,
            IsKnown = async (reading, cancellationToken) =>
                (await reading.Spans.GetTraceAsync(reading.Subject[TracePanel.Id] ?? "", cancellationToken)).Count > 0,
        },
        [WaterfallPanel.Trace])
    {
        IsTimeless = true,
    };

    /// <summary>Writes the start of a trace's id, by which people tell traces apart.</summary>
    public static string Short(string traceId) => traceId[..Math.Min(8, traceId.Length)];

    /// <summary>Leads to the page of a trace.</summary>
    public static string To(string traceId) => Target.Of(Key, (TracePanel.Id, traceId));
}
