using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>One kept trace as a waterfall: who called whom, when, for how long, and what was logged.</summary>
/// <param name="Key">Its key, unique on the page.</param>
/// <param name="Title">Its title.</param>
internal sealed record TracePanel(string Key, string Title) : Panel(Key, Title)
{
    /// <summary>Parameter of the page's subject that holds the trace's id.</summary>
    public const string Id = "id";

    // About as many as one can scroll through; each is some 600 bytes of markup.
    private const int MostRows = 250;

    /// <inheritdoc />
    public override async ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var spans = await reading.Spans.GetTraceAsync(reading.Subject[Id] ?? "", cancellationToken);
        return TraceTree.Of(spans, MostRows) is { } trace ? new(PanelState.Ok) { Trace = trace } : new(PanelState.Empty);
    }

    /// <inheritdoc />
    public override ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken) => new((PanelTick?)null);
}
