using MoniGo.Tracing;

namespace MoniGo.Benchmarks;

/// <summary>What it adds to a call to be sampled: ids, a frame in its flow, a kept call; not what becomes of that later.</summary>
internal sealed class SampledCallFigure : IFigure
{
    private static readonly Rounds Synchronous = new(Count: 41, Batch: 8_000);
    private static readonly Rounds Suspended = new(Count: 41, Batch: 8_000);

    public string Name => "sampled-call";

    public string About => "what a call costs more when it is the one in N that is looked at closely";

    public Task RunAsync(FigureWriter writer)
    {
        using var plain = new FunctionTracer();
        using var sampled = new SampledCalls();
        var calls = new TracedCalls(plain);

        var measured = Synchronous.OnThread(calls.ByName, sampled.Synchronous, calls.AtOnce, sampled.AtOnce);
        writer.Write("sampled_call_added_us", Added(measured, sampled.Synchronous, calls.ByName), "us");
        writer.Write("sampled_call_value_task_added_us", Added(measured, sampled.AtOnce, calls.AtOnce), "us");
        writer.Write("sampled_call_bytes", Synchronous.BytesOnThread(sampled.Synchronous), "B");

        var suspended = Suspended.OnProcess(calls.Await, sampled.Await);
        writer.Write("sampled_call_await_added_us", Added(suspended, sampled.Await, calls.Await), "us");
        writer.Write("sampled_calls", sampled.Kept, "calls");
        writer.Write("anchor_aggregated_call_ns", measured[calls.ByName.Key].Median, "ns");
        return Task.CompletedTask;
    }

    private static double Added(IReadOnlyDictionary<string, Measured> measured, Contender sampled, Contender plain) =>
        measured[sampled.Key].Beyond(measured[plain.Key]) / 1_000;
}
