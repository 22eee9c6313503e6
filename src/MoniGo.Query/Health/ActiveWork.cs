using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>What takes the place of MoniGo's goroutine count: the pieces of work the process has in hand.</summary>
/// <remarks>
/// Active work = requests in flight (<c>http.server.active_requests</c>) + traced functions in flight
/// (<c>monigo.function.active</c>) + work items waiting for a thread-pool thread (<c>dotnet.thread_pool.queue.length</c>).
/// A part without a reading counts as none, since it appears with its first request or call; without any reading there is no sum.
/// </remarks>
internal static class ActiveWork
{
    /// <summary>Asks for the requests in flight.</summary>
    public static SeriesQuery Requests { get; } = SeriesQuery.MeanOf(PlatformInstruments.ActiveRequests);

    /// <summary>Asks for the traced functions in flight.</summary>
    public static SeriesQuery Functions { get; } = SeriesQuery.MeanOf(FunctionInstruments.Active.Name);

    /// <summary>Asks for the work items that wait.</summary>
    public static SeriesQuery Queue { get; } = SeriesQuery.MeanOf(PlatformInstruments.PoolQueue);

    /// <summary>Adds up the parts; null when there is none.</summary>
    public static double? Of(double? requests, double? functions, double? queue) =>
        requests is null && functions is null && queue is null ? null : (requests ?? 0) + (functions ?? 0) + (queue ?? 0);
}
