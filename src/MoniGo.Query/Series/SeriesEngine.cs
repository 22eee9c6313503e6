using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Answers series queries from the store, and from the latest two snapshots.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SeriesEngine(ISampleReader reader)
{
    /// <summary>Most points that one line of an answer has.</summary>
    public const int MaxPoints = 600;

    /// <summary>Answers over a range, in windows of <paramref name="step"/>.</summary>
    public ValueTask<IReadOnlyList<SeriesResult>> RangeAsync(
        SeriesQuery query, TimeRange range, TimeSpan step, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(reader.ToString());

    /// <summary>Answers for the time between two neighbouring snapshots, one point a group.</summary>
    public static IReadOnlyList<SeriesResult> Instant(SeriesQuery query, Snapshot latest, Snapshot? previous) =>
        throw new NotSupportedException();
}
