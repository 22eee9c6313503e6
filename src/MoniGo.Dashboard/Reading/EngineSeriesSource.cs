using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Panels' lines as the query engine answers them.</summary>
internal sealed class EngineSeriesSource(SeriesEngine engine) : ISeriesSource
{
    /// <inheritdoc />
    public ValueTask<IReadOnlyList<SeriesResult>> RangeAsync(
        SeriesQuery query, TimeRange range, TimeSpan step, CancellationToken cancellationToken) =>
        engine.RangeAsync(query, range, step, cancellationToken);

    /// <inheritdoc />
    public IReadOnlyList<SeriesResult> Instant(SeriesQuery query, Snapshot latest, Snapshot? previous) =>
        SeriesEngine.Instant(query, latest, previous);
}
