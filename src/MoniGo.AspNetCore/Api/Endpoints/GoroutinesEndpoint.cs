using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET go-routines-stats</c>: the work in hand, in place of goroutines.</summary>
internal sealed class GoroutinesEndpoint
{
    private readonly SnapshotReply _reply;

    public GoroutinesEndpoint(ISnapshotFeed feed) => _reply = new(
        feed, static (latest, previous) => Reply.Json(Describe(MachineReader.Read(latest, previous)), ApiJson.Default.GoroutinesResponse));

    public Task<Reply> HandleAsync(HttpContext context) => Task.FromResult(_reply.Read());

    private static GoroutinesResponse Describe(MachineReading machine)
    {
        var active = (long)(machine.ActiveWork ?? 0);
        return new()
        {
            NumberOfGoroutines = active,
            LeakReport = new() { TotalGoroutines = active },
            RequestsInFlight = machine.ActiveRequests,
            FunctionsInFlight = machine.ActiveFunctions,
            ThreadPoolQueueLength = machine.PoolQueue,
            ThreadPoolThreads = machine.PoolThreads,
            OsThreads = machine.Threads,
            Timers = machine.Timers,
        };
    }
}
