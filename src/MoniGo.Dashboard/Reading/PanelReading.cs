using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Everything a panel may read: the range shown, the latest two ticks, the store.</summary>
internal sealed class PanelReading(
    ISeriesSource series, ISampleReader store, TimeRange range, TimeSpan step, Snapshot? latest, Snapshot? previous)
{
    /// <summary>Gets the range shown.</summary>
    public TimeRange Range => range;

    /// <summary>Gets the moments of every line.</summary>
    public Grid Grid { get; } = Grid.Over(range.Start, range.End, step);

    /// <summary>Gets the latest snapshot; null before the first tick.</summary>
    public Snapshot? Latest => latest;

    /// <summary>Gets the snapshot before it; null before the second tick.</summary>
    public Snapshot? Previous => previous;

    /// <summary>Gets the sample store.</summary>
    public ISampleReader Store => store;

    /// <summary>Gets whether the range ends now, so that the latest tick is its last value.</summary>
    public bool IsLive { get; init; }

    /// <summary>Gets whether enough time has passed to read tables again.</summary>
    public bool RowsAreDue { get; init; }

    /// <summary>Reads a question over the range.</summary>
    public ValueTask<IReadOnlyList<SeriesResult>> RangeAsync(SeriesQuery query, CancellationToken cancellationToken) =>
        series.RangeAsync(query, range, step, cancellationToken);

    /// <summary>Reads a question at the latest tick; nothing before the first.</summary>
    public IReadOnlyList<SeriesResult> Instant(SeriesQuery query) =>
        latest is null ? [] : series.Instant(query, latest, previous);

    /// <summary>Reads the sum of an instrument's series at the latest tick; null when it has none.</summary>
    public double? Sum(string instrument)
    {
        if (latest?.Find(instrument) is not { Samples.IsEmpty: false } family)
            return null;

        var sum = 0d;
        foreach (var sample in family.Samples)
            sum += sample.Value;

        return sum;
    }
}
