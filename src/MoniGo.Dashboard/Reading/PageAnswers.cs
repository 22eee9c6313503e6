using System.Collections.Concurrent;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Reads each page and range once per tick, however many ask; other ranges are read a few at a time.</summary>
/// <remarks>Thread-safe. So a page that is reloaded in a loop costs the host one reading a tick.</remarks>
internal sealed class PageAnswers(PageReader reader, ISnapshotFeed feed) : IDisposable
{
    private const int CustomAtOnce = 2;

    // At most one entry per page and offered range.
    private readonly ConcurrentDictionary<(string Page, string Range), Reading> _readings = [];
    private readonly SemaphoreSlim _custom = new(CustomAtOnce);

    /// <summary>Gives a page over the range of a view, as of the latest tick.</summary>
    public async Task<PageAnswer> GetAsync(DashboardPage page, View view, CancellationToken cancellationToken)
    {
        if (view.Range is { } range)
            return await Current(page, view, range.Name).WaitAsync(cancellationToken);

        await _custom.WaitAsync(cancellationToken);
        try
        {
            return await reader.ReadAsync(page, view, cancellationToken);
        }
        finally
        {
            _custom.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _custom.Dispose();

    private Task<PageAnswer> Current(DashboardPage page, View view, string range)
    {
        var latest = feed.Latest;
        return _readings.AddOrUpdate(
            (page.Key, range),
            _ => Read(),
            (_, known) => ReferenceEquals(known.Latest, latest) && !known.Answer.Value.IsFaulted ? known : Read()).Answer.Value;

        // Not cancelled with the request that happens to be the first: others wait for the same answer.
        Reading Read() => new(latest, new(() => reader.ReadAsync(page, view, CancellationToken.None).AsTask()));
    }

    private sealed record Reading(Snapshot? Latest, Lazy<Task<PageAnswer>> Answer);
}
