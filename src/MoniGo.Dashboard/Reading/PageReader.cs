using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Reads all panels of a page, over a range or for one tick; a panel that fails fails alone.</summary>
internal sealed partial class PageReader(ISnapshotFeed feed, PanelSources sources, TimeProvider time, ILogger<PageReader> logger)
{
    // More lines than this would hide a chart; a service in a crash loop shows its latest starts.
    private const int MostRestarts = 50;

    /// <summary>Reads a page over the range of a view.</summary>
    public async ValueTask<PageAnswer> ReadAsync(DashboardPage page, View view, CancellationToken cancellationToken)
    {
        // Taken once, so that all panels speak of the same moment.
        var (latest, previous) = (feed.Latest, feed.Previous);
        var range = view.RangeAt(latest?.Time ?? time.GetUtcNow());
        var step = Steps.For(range, feed.Interval);
        var whole = view.EndsNow ? range : Widen(range, step, latest);
        var reading = new PanelReading(sources, page, view, whole, step, latest, previous) { RowsAreDue = true };
        var isUnknown = page.Subject?.IsKnown is { } isKnown && !await isKnown(reading, cancellationToken);
        var panels = new Dictionary<string, PanelAnswer>(StringComparer.Ordinal);
        foreach (var panel in isUnknown ? [] : page.Panels)
            panels[panel.Key] = await ReadAsync(panel, reading, cancellationToken);

        return new(
            page.Key, Seconds(range.Start), Seconds(range.End), Seconds(reading.Grid.First), step.TotalSeconds,
            feed.Interval.TotalSeconds, latest is null ? null : Seconds(latest.Time), panels)
        {
            IsUnknown = isUnknown,
            Store = StoreAnswer.Of(reading.Store, page, reading.Now),
            Restarts = await ReadRestartsAsync(range, cancellationToken),
        };
    }

    /// <summary>Reads what one tick adds to a page.</summary>
    public async ValueTask<TickAnswer> ReadTickAsync(
        DashboardPage page, View view, Snapshot latest, Snapshot? previous, bool rowsAreDue, CancellationToken cancellationToken)
    {
        var range = view.RangeAt(latest.Time);
        var reading = new PanelReading(sources, page, view, range, Steps.For(range, feed.Interval), latest, previous) { RowsAreDue = rowsAreDue };
        var panels = new Dictionary<string, PanelTick>(StringComparer.Ordinal);
        foreach (var panel in page.Panels)
        {
            if (await ReadTickAsync(panel, reading, cancellationToken) is { } tick)
                panels[panel.Key] = tick;
        }

        return new(Seconds(latest.Time), panels, StoreAnswer.Of(reading.Store, page, latest.Time));
    }

    // The engine answers whole windows: the one that a fixed range ends in belongs to the picture, once it is over.
    private static TimeRange Widen(TimeRange range, TimeSpan step, Snapshot? latest) =>
        range.End + step <= latest?.Time ? range with { End = range.End + step - TimeSpan.FromTicks(1) } : range;

    private static double Seconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1000d;

    private async ValueTask<ImmutableArray<RestartAnswer>> ReadRestartsAsync(TimeRange range, CancellationToken cancellationToken)
    {
        try
        {
            var runs = await ProcessRuns.ReadAsync(sources.Events, range, instance: "", cancellationToken);
            return runs.Count == 0 ? default : [.. runs.Take(MostRestarts).Reverse().Select(RestartAnswer.Of)];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            RestartsFailed(logger, exception);
            return default;
        }
    }

    private async ValueTask<PanelAnswer> ReadAsync(Panel panel, PanelReading reading, CancellationToken cancellationToken)
    {
        try
        {
            return await panel.ReadAsync(reading, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            PanelFailed(logger, panel.Key, exception);
            return new(PanelState.Failed);
        }
    }

    private async ValueTask<PanelTick?> ReadTickAsync(Panel panel, PanelReading reading, CancellationToken cancellationToken)
    {
        try
        {
            return await panel.ReadTickAsync(reading, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            PanelFailed(logger, panel.Key, exception);
            return null;
        }
    }

    [LoggerMessage(7001, LogLevel.Warning, "Panel {Panel} of the dashboard could not be read.")]
    private static partial void PanelFailed(ILogger logger, string panel, Exception exception);

    [LoggerMessage(7003, LogLevel.Warning, "The event log could not be read, so charts do not mark restarts.")]
    private static partial void RestartsFailed(ILogger logger, Exception exception);
}
