using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Everything a panel may read: the range shown, the latest two ticks, the history behind the query engine.</summary>
internal sealed class PanelReading(SeriesEngine engine, TimeRange range, TimeSpan step, Snapshot? latest, Snapshot? previous)
{
    /// <summary>Gets the engine that reads the history.</summary>
    public SeriesEngine Engine => engine;

    /// <summary>Gets the range shown.</summary>
    public TimeRange Range => range;

    /// <summary>Gets the moments of every line: the ends of the whole windows that the engine answers.</summary>
    public Grid Grid { get; } = Grid.Over(range, step);

    /// <summary>Gets the latest snapshot; null before the first tick.</summary>
    public Snapshot? Latest => latest;

    /// <summary>Gets the snapshot before it; null before the second tick.</summary>
    public Snapshot? Previous => previous;

    /// <summary>Gets how the store is doing.</summary>
    public required StoreStatus Store { get; init; }

    /// <summary>Gets the log of what happened.</summary>
    public required IEventLog Events { get; init; }

    /// <summary>Gets the moment that "now" means: that of the latest tick, or the end of the range before the first.</summary>
    public DateTimeOffset Now => latest?.Time ?? range.End;

    /// <summary>Gets whether the range ends now, so that the latest tick is its last value.</summary>
    public bool IsLive { get; init; }

    /// <summary>Gets whether enough time has passed to read tables again.</summary>
    public bool RowsAreDue { get; init; }

    /// <summary>Gets whether the latest tick lies in a window that is not over yet, which the engine leaves out.</summary>
    public bool LatestIsMissing => IsLive && latest?.Time > Grid.Last;

    /// <summary>Reads a question over the range.</summary>
    public ValueTask<IReadOnlyList<SeriesResult>> RangeAsync(SeriesQuery query, CancellationToken cancellationToken) =>
        engine.RangeAsync(query, range, step, cancellationToken);

    /// <summary>Reads a question at the latest tick; nothing before the first.</summary>
    public IReadOnlyList<SeriesResult> Instant(SeriesQuery query) =>
        latest is null ? [] : SeriesEngine.Instant(query, latest, previous);

    /// <summary>Reads the sum of an instrument's series at the latest tick; null when it has none.</summary>
    public double? Sum(string instrument) => Instant(SeriesQuery.LastOf(instrument)) is [var only] ? only.Points[0].Value : null;
}
