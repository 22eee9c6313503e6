using System.Collections.Concurrent;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Reads each page and view once per tick, however many ask; what only few share is read a few at a time.</summary>
/// <remarks>Thread-safe. So a page that is reloaded in a loop costs the host one reading a tick.</remarks>
internal sealed class PageAnswers(PageReader reader, ISnapshotFeed feed) : IDisposable
{
    private const int SpecialAtOnce = 2;

    /// <summary>Answers kept of one tick: those of the plain views, and of as many of single things and searches as fit.</summary>
    private const int MostKept = 200;

    private readonly SemaphoreSlim _special = new(SpecialAtOnce);
    private Kept _kept = new(null);

    /// <summary>Gives a page over the range of a view, as of the latest tick.</summary>
    public Task<PageAnswer> GetAsync(DashboardPage page, View view, CancellationToken cancellationToken)
    {
        var kept = KeptOf(feed.Latest);
        // A fixed range is asked for once, and free text may be anything.
        if (!view.EndsNow || (!view.IsPlain && kept.Answers.Count >= MostKept))
            return ReadSpecialAsync(page, view, cancellationToken);

        return kept.Answers.AddOrUpdate((page.Key, view with { Live = true }), _ => Read(), (_, known) => known.Value.IsFaulted ? Read() : known)
            .Value.WaitAsync(cancellationToken);

        // Not cancelled with the request that happens to be the first: others wait for the same answer.
        Lazy<Task<PageAnswer>> Read() => new(() => view.IsPlain
            ? reader.ReadAsync(page, view, CancellationToken.None).AsTask()
            : ReadSpecialAsync(page, view, CancellationToken.None));
    }

    /// <inheritdoc />
    public void Dispose() => _special.Dispose();

    // The answers of a tick are let go together with it.
    private Kept KeptOf(Snapshot? latest)
    {
        var kept = Volatile.Read(ref _kept);
        if (ReferenceEquals(kept.Latest, latest))
            return kept;

        var next = new Kept(latest);
        return Interlocked.CompareExchange(ref _kept, next, kept) == kept ? next : KeptOf(latest);
    }

    private async Task<PageAnswer> ReadSpecialAsync(DashboardPage page, View view, CancellationToken cancellationToken)
    {
        await _special.WaitAsync(cancellationToken);
        try
        {
            return await reader.ReadAsync(page, view, cancellationToken);
        }
        finally
        {
            _special.Release();
        }
    }

    private sealed record Kept(Snapshot? Latest)
    {
        public ConcurrentDictionary<(string Page, View View), Lazy<Task<PageAnswer>>> Answers { get; } = [];
    }
}
