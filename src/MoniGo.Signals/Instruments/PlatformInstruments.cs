namespace MoniGo.Signals;

/// <summary>Names of the instruments that .NET publishes and MoniGo's own views read.</summary>
/// <remarks>Source: the built-in metrics of System.Runtime and Microsoft.AspNetCore.Hosting in .NET 10.</remarks>
public static class PlatformInstruments
{
    /// <summary>Name of the meter that tells of handled requests.</summary>
    public const string HostingMeter = "Microsoft.AspNetCore.Hosting";

    /// <summary>Duration of handled requests in seconds; tags <c>http.route</c>, <c>http.request.method</c>, <c>http.response.status_code</c>, <c>error.type</c>.</summary>
    public const string RequestDuration = "http.server.request.duration";

    /// <summary>Requests being handled.</summary>
    public const string ActiveRequests = "http.server.active_requests";

    /// <summary>Duration of outgoing requests in seconds.</summary>
    public const string ClientRequestDuration = "http.client.request.duration";

    /// <summary>Exceptions thrown; tag <c>error.type</c>.</summary>
    public const string Exceptions = "dotnet.exceptions";

    /// <summary>Heap size after the last collection, in bytes; tag <c>gc.heap.generation</c>.</summary>
    public const string HeapSize = "dotnet.gc.last_collection.heap.size";

    /// <summary>Free space between objects after the last collection, in bytes; tag <c>gc.heap.generation</c>.</summary>
    public const string HeapFragmentation = "dotnet.gc.last_collection.heap.fragmentation.size";

    /// <summary>Memory committed by the collector, in bytes.</summary>
    public const string HeapCommitted = "dotnet.gc.last_collection.memory.committed_size";

    /// <summary>Bytes allocated on the managed heap since the start.</summary>
    public const string Allocated = "dotnet.gc.heap.total_allocated";

    /// <summary>Collections since the start; tag <c>gc.heap.generation</c>.</summary>
    public const string Collections = "dotnet.gc.collections";

    /// <summary>Seconds paused by the collector since the start.</summary>
    public const string GcPause = "dotnet.gc.pause.time";

    /// <summary>Thread-pool threads.</summary>
    public const string PoolThreads = "dotnet.thread_pool.thread.count";

    /// <summary>Work items waiting for a pool thread.</summary>
    public const string PoolQueue = "dotnet.thread_pool.queue.length";

    /// <summary>Work items completed by the pool.</summary>
    public const string PoolWorkItems = "dotnet.thread_pool.work_item.count";

    /// <summary>Timers that are active.</summary>
    public const string Timers = "dotnet.timer.count";

    /// <summary>Times a thread had to wait for a monitor lock.</summary>
    public const string LockContentions = "dotnet.monitor.lock_contentions";

    /// <summary>Tag of a request's route template.</summary>
    public const string Route = "http.route";

    /// <summary>Tag of a request's method.</summary>
    public const string Method = "http.request.method";

    /// <summary>Tag of a response's status code.</summary>
    public const string StatusCode = "http.response.status_code";

    /// <summary>Tag of the reason for an error.</summary>
    public const string ErrorType = "error.type";
}
