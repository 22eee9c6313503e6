using MoniGo.Tracing;

namespace MoniGo.Benchmarks;

/// <summary>What a traced call costs, next to what its clock alone costs and to what others take for the same.</summary>
internal sealed class TraceCallFigure : IFigure
{
    private static readonly Rounds Synchronous = new(Count: 101, Batch: 50_000);
    private static readonly Rounds Suspended = new(Count: 41, Batch: 20_000);

    public string Name => "trace-call";

    public string About => "a traced call against two clock reads, and other ways to time a call";

    public Task RunAsync(FigureWriter writer)
    {
        using var on = new FunctionTracer();
        using var off = new FunctionTracer { IsEnabled = false };
        using var anchors = new TraceCallAnchors();
        var calls = new TracedCalls(on);

        WriteSynchronous(writer, calls, new TracedCalls(off), anchors);
        WriteBytes(writer, calls, anchors);
        WriteSuspended(writer, calls);
        return Task.CompletedTask;
    }

    private static void WriteSynchronous(FigureWriter writer, TracedCalls on, TracedCalls off, TraceCallAnchors anchors)
    {
        var offCall = off.ByName with { Key = "off" };
        var measured = Synchronous.OnThread(
            [anchors.TwoTimestamps, on.ByName, anchors.BareCall, offCall, on.ByHandle, on.WithState, on.AtOnce, on.Scope, .. anchors.Others]);

        var (floor, bare) = (measured[anchors.TwoTimestamps.Key], measured[anchors.BareCall.Key]);
        writer.Write("trace_call_ratio", measured[on.ByName.Key].RatioTo(floor), "x");
        writer.Write("trace_call_ratio_least", measured[on.ByName.Key].LeastRatioTo(floor), "x");
        writer.Write("off_ns", measured[offCall.Key].Beyond(bare), "ns");
        foreach (var contender in (Contender[])[on.ByName, on.ByHandle, on.WithState, on.AtOnce, on.Scope])
            writer.Write($"{contender.Key}_ns", measured[contender.Key].Median, "ns");

        foreach (var contender in (Contender[])[anchors.TwoTimestamps, anchors.BareCall, .. anchors.Others])
            writer.Write($"anchor_{contender.Key}_ns", measured[contender.Key].Median, "ns");
    }

    // The worst of the ways that promise no allocation.
    private static void WriteBytes(FigureWriter writer, TracedCalls calls, TraceCallAnchors anchors)
    {
        Contender[] promised = [calls.ByName, calls.ByHandle, calls.WithState, calls.AtOnce, calls.Scope];
        writer.Write("trace_call_bytes", promised.Max(Synchronous.BytesOnThread), "B");
        foreach (var contender in anchors.Others)
            writer.Write($"anchor_{contender.Key}_bytes", Synchronous.BytesOnThread(contender), "B");
    }

    private static void WriteSuspended(FigureWriter writer, TracedCalls calls)
    {
        var measured = Suspended.OnProcess(TracedCalls.BareAwait, calls.Await);
        writer.Write("suspended_await_added_ns", measured[calls.Await.Key].Beyond(measured[TracedCalls.BareAwait.Key]), "ns");
        writer.Write(
            "suspended_await_added_bytes", Suspended.BytesOfProcess(calls.Await) - Suspended.BytesOfProcess(TracedCalls.BareAwait), "B");
        writer.Write("anchor_bare_await_ns", measured[TracedCalls.BareAwait.Key].Median, "ns");
    }
}
