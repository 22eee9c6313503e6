using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Where panels get their lines from.</summary>
/// <remarks>Thread-safe.</remarks>
internal interface ISeriesSource
{
    /// <summary>Answers over a range, in windows of <paramref name="step"/>.</summary>
    ValueTask<IReadOnlyList<SeriesResult>> RangeAsync(
        SeriesQuery query, TimeRange range, TimeSpan step, CancellationToken cancellationToken);

    /// <summary>Answers for the time between two neighbouring snapshots.</summary>
    IReadOnlyList<SeriesResult> Instant(SeriesQuery query, Snapshot latest, Snapshot? previous);
}
