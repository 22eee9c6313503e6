using System.Collections.Concurrent;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>Takes what a tracer keeps, in the order it came.</summary>
internal sealed class KeptCalls : ICallKeeper
{
    private readonly ConcurrentQueue<KeptCall> _calls = new();

    public IReadOnlyList<KeptCall> All => [.. _calls];

    public ConcurrentQueue<(Exception Exception, string Function)> Observed { get; } = new();

    public IReadOnlyList<KeptCall> Of(string function) => [.. _calls.Where(call => call.Function.Name == function)];

    public void Keep(KeptCall call) => _calls.Enqueue(call);

    public void Observe(Exception exception, string function) => Observed.Enqueue((exception, function));
}
