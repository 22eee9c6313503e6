using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using MoniGo.Tracing;

namespace MoniGo.Benchmarks;

/// <summary>A traced call under BenchmarkDotNet, for a closer look than the figure <c>trace-call</c> gives.</summary>
[MemoryDiagnoser]
public class TraceCallBenchmarks : IDisposable
{
    private FunctionTracer _tracer = null!;
    private TracedFunction _function;

    [Params(true, false)]
    public bool IsEnabled { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _tracer = new FunctionTracer { IsEnabled = IsEnabled };
        _function = _tracer.GetFunction("work");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _tracer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public long TwoTimestamps() => Stopwatch.GetTimestamp() - Stopwatch.GetTimestamp();

    [Benchmark]
    public void ByName() => _tracer.Trace("work", TracedCalls.Work);

    [Benchmark]
    public void ByHandle() => _function.Trace(TracedCalls.Work);

    [Benchmark]
    public void Nested() => _function.Trace(_tracer, static tracer => tracer.Trace("inner", TracedCalls.Work));

    [Benchmark]
    public void Scope()
    {
        using var scope = _function.Start();
        TracedCalls.DoWork();
    }

    [Benchmark]
    public ValueTask CompletesAtOnce() => _function.TraceAsync(static () => ValueTask.CompletedTask);

    [Benchmark]
    public Task Suspends() => _function.TraceAsync(static async () => await Task.Yield());
}
