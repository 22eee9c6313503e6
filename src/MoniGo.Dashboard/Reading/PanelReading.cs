using System.Collections.Immutable;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Everything a panel may read: what is shown, the latest two ticks, the ports and the history behind the query engine.</summary>
internal sealed class PanelReading(PanelSources sources, DashboardPage page, View view, TimeRange range, TimeSpan step, Snapshot? latest, Snapshot? previous)
{
    // Put on each question, so that a panel speaks of the page's subject without knowing it.
    private readonly ImmutableArray<TagMatcher> _conditions = page.Subject?.Conditions(view.Subject) ?? [];

    /// <summary>Gets the engine that reads the history.</summary>
    public SeriesEngine Engine => sources.Engine;

    /// <summary>Gets the calls and requests that were kept.</summary>
    public ISpanStore Spans => sources.Spans;

    /// <summary>Gets the exceptions, in groups.</summary>
    public IExceptionGroups Exceptions => sources.Exceptions;

    /// <summary>Gets the calls that are running.</summary>
    public IActiveCalls ActiveCalls => sources.ActiveCalls;

    /// <summary>Gets the hosted services.</summary>
    public IBackgroundServices Services => sources.Services;

    /// <summary>Gets the log of what happened.</summary>
    public IEventLog Events => sources.Events;

    /// <summary>Gets how the store is doing.</summary>
    public StoreStatus Store { get; } = sources.Store.Status;

    /// <summary>Gets what the page is about, by parameter; empty on pages of the whole service.</summary>
    public TagSet Subject => view.Subject;

    /// <summary>Gets which part of the page's long table is shown; its order is never empty where there is such a table.</summary>
    public Listing Listing { get; } = view.Listing.Sort.Length == 0 && page.List?.List is { } list ? view.Listing with { Sort = list.Sort } : view.Listing;

    /// <summary>Gets how many rows of the long table are shown.</summary>
    public int PageSize => page.List?.List?.PageSize ?? 0;

    /// <summary>Gets the range shown.</summary>
    public TimeRange Range => range;

    /// <summary>Gets the moments of every line: the ends of the whole windows that the engine answers.</summary>
    public Grid Grid { get; } = Grid.Over(range, step);

    /// <summary>Gets the latest snapshot; null before the first tick.</summary>
    public Snapshot? Latest => latest;

    /// <summary>Gets the snapshot before it; null before the second tick.</summary>
    public Snapshot? Previous => previous;

    /// <summary>Gets the moment that "now" means: that of the latest tick, or the end of the range before the first.</summary>
    public DateTimeOffset Now => latest?.Time ?? range.End;

    /// <summary>Gets whether the range ends now, so that the latest tick is its last value.</summary>
    public bool IsLive => view.EndsNow;

    /// <summary>Gets whether enough time has passed to read tables again.</summary>
    public bool RowsAreDue { get; init; }

    /// <summary>Gets whether the latest tick lies in a window that is not over yet, which the engine leaves out.</summary>
    public bool LatestIsMissing => IsLive && latest?.Time > Grid.Last;

    /// <summary>Gets how many of so many rows are on the pages before the one shown; the last page where there is none so far.</summary>
    public int Skip(int total) => Math.Min(Listing.Page - 1, Math.Max(0, total - 1) / PageSize) * PageSize;

    /// <summary>Selects an instrument's series that are about the page's subject, and meet further conditions.</summary>
    public SeriesSelector Select(string instrument, ImmutableArray<TagMatcher> further = default) =>
        new(instrument, further.IsDefault ? _conditions : _conditions.AddRange(further));

    /// <summary>Reads a question about the page's subject over the range.</summary>
    public ValueTask<IReadOnlyList<SeriesResult>> RangeAsync(SeriesQuery query, CancellationToken cancellationToken) =>
        Engine.RangeAsync(OfSubject(query), range, step, cancellationToken);

    /// <summary>Reads a question about the page's subject at the latest tick; nothing before the first.</summary>
    public IReadOnlyList<SeriesResult> Instant(SeriesQuery query) =>
        latest is null ? [] : SeriesEngine.Instant(OfSubject(query), latest, previous);

    /// <summary>Reads the sum of an instrument's series at the latest tick; null when it has none.</summary>
    public double? Sum(string instrument) => Instant(SeriesQuery.LastOf(instrument)) is [var only] ? only.Points[0].Value : null;

    private SeriesQuery OfSubject(SeriesQuery query) => _conditions.IsEmpty
        ? query
        : query with { Selector = query.Selector with { Tags = query.Selector.Tags.AddRange(_conditions) } };
}
