using MoniGo.Tracing;

namespace MoniGo.Benchmarks;

/// <summary>What a traced call costs, next to what its clock alone costs and to what others take for the same.</summary>
internal sealed class TraceCallFigure : IFigure
{
    private static readonly Rounds Synchronous = new(Count: 101, Batch: 50_000);
    private static readonly Rounds OnTwoThreads = new(Count: 31, Batch: 100_000);
    private static readonly Rounds Suspended = new(Count: 41, Batch: 20_000);

    public string Name => "trace-call";

    public string About => "a traced call against two clock reads, and other ways to time a call";

    public Task RunAsync(FigureWriter writer)
    {
        using var on = new FunctionTracer();
        using var off = new FunctionTracer { IsEnabled = false };
        using var sampled = new SampledCalls();
        using var anchors = new TraceCallAnchors();
        var calls = new TracedCalls(on);

        WriteSynchronous(writer, calls, new TracedCalls(off), anchors);
        WriteSampled(writer, sampled);
        WriteBytes(writer, calls, sampled, anchors);
        WriteTwoThreads(writer, calls, anchors);
        WriteSuspended(writer, calls, new TracedCalls(off), sampled);
        return Task.CompletedTask;
    }

    private static void WriteSynchronous(FigureWriter writer, TracedCalls on, TracedCalls off, TraceCallAnchors anchors)
    {
        var (offCall, offAtOnce) = (off.ByName with { Key = "off" }, off.AtOnce with { Key = "off_value_task" });
        Contender[] ways = [on.ByHandle, on.WithState, on.Nested, on.AtOnce, on.Scope];
        var measured = Synchronous.OnThread(
            [anchors.TwoTimestamps, on.ByName, anchors.BareCall, offCall, offAtOnce, .. ways, .. anchors.Others]);

        var (floor, bare) = (measured[anchors.TwoTimestamps.Key], measured[anchors.BareCall.Key]);
        writer.Write("trace_call_ratio", measured[on.ByName.Key].RatioTo(floor), "x");
        writer.Write("trace_call_ratio_least", measured[on.ByName.Key].LeastRatioTo(floor), "x");
        writer.Write("off_ns", measured[offCall.Key].Beyond(bare), "ns");
        foreach (var contender in (Contender[])[offAtOnce, on.ByName, .. ways])
            writer.Write($"{contender.Key}_ns", measured[contender.Key].Median, "ns");

        foreach (var contender in (Contender[])[anchors.TwoTimestamps, anchors.BareCall, .. anchors.Others])
            writer.Write($"anchor_{contender.Key}_ns", measured[contender.Key].Median, "ns");
    }

    private static void WriteSampled(FigureWriter writer, SampledCalls sampled)
    {
        foreach (var measured in Synchronous.OnThread(sampled.Synchronous, sampled.AtOnce).Values)
            writer.Write($"{measured.Key}_ns", measured.Median, "ns");
    }

    // The worst of the ways that promise no allocation.
    private static void WriteBytes(FigureWriter writer, TracedCalls calls, SampledCalls sampled, TraceCallAnchors anchors)
    {
        Contender[] promised = [calls.ByName, calls.ByHandle, calls.WithState, calls.Nested, calls.AtOnce, calls.Scope];
        writer.Write("trace_call_bytes", promised.Max(Synchronous.BytesOnThread), "B");
        writer.Write("sampled_call_bytes", Synchronous.BytesOnThread(sampled.Synchronous), "B");
        foreach (var contender in anchors.Others)
            writer.Write($"anchor_{contender.Key}_bytes", Synchronous.BytesOnThread(contender), "B");
    }

    private static void WriteTwoThreads(FigureWriter writer, TracedCalls calls, TraceCallAnchors anchors)
    {
        var (floor, call) = (TwoThreads.Of(anchors.TwoTimestamps), TwoThreads.Of(calls.ByName));
        var (atOnce, scope) = (TwoThreads.Of(calls.AtOnce), TwoThreads.Of(calls.Scope));
        var measured = OnTwoThreads.OnProcess(floor, call, atOnce, scope);
        writer.Write("trace_call_two_threads_ratio", measured[call.Key].RatioTo(measured[floor.Key]), "x");
        foreach (var contender in (Contender[])[call, atOnce, scope])
            writer.Write($"{contender.Key}_ns", measured[contender.Key].Median, "ns");

        writer.Write($"anchor_{floor.Key}_ns", measured[floor.Key].Median, "ns");
    }

    private static void WriteSuspended(FigureWriter writer, TracedCalls on, TracedCalls off, SampledCalls sampled)
    {
        var (bare, offCall) = (TracedCalls.BareAwait, off.Await with { Key = "off_await" });
        var measured = Suspended.OnProcess(bare, on.Await, offCall, sampled.Await);
        writer.Write("suspended_await_added_ns", measured[on.Await.Key].Beyond(measured[bare.Key]), "ns");
        writer.Write("off_suspended_await_added_ns", measured[offCall.Key].Beyond(measured[bare.Key]), "ns");
        writer.Write("sampled_suspended_await_added_ns", measured[sampled.Await.Key].Beyond(measured[bare.Key]), "ns");
        writer.Write("suspended_await_added_bytes", Suspended.BytesOfProcess(on.Await) - Suspended.BytesOfProcess(bare), "B");
        writer.Write("anchor_bare_await_ns", measured[bare.Key].Median, "ns");
    }
}
