using MoniGo.Signals;
using MoniGo.Storage;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>A tracer whose kept calls become spans in memory, on a clock that stands still.</summary>
internal sealed class KeptSpans : IDisposable
{
    public KeptSpans()
    {
        (Lines, Exceptions) = (new(Time), new(Time));
        Keeper = new(() => Store, Lines, Time);
        Tracer = new FunctionTracer(Time) { Keeper = new CallKeeper(Keeper, Exceptions) };
    }

    public FakeTime Time { get; } = new(TickScript.Noon);

    public ISpanStore Store { get; set; } = new MemorySpanStore();

    public LineRing Lines { get; }

    public ExceptionGroups Exceptions { get; }

    public SpanKeeper Keeper { get; }

    public FunctionTracer Tracer { get; }

    public Function Function(string name) => Tracer.GetFunction(name).Recorded!;

    public void Dispose() => Tracer.Dispose();

    /// <summary>Brings all that waits to the store and gives the spans of a trace.</summary>
    public async Task<IReadOnlyList<Span>> TraceAsync(string traceId)
    {
        Keeper.Drain();
        return await Store.GetTraceAsync(traceId);
    }

    /// <summary>Gives the latest value of a series that the keeper or the groups publish; null without it.</summary>
    public double? Read(InstrumentInfo instrument, TagSet tags)
    {
        var builder = new SnapshotBuilder();
        builder.Begin(Time.GetUtcNow());
        Keeper.Collect(builder);
        Exceptions.Collect(builder);
        return builder.Build(new Resource("s", "i", "h", 1, Time.GetUtcNow(), "1", "test"), 1, 1).Find(instrument.Name, tags)?.Value;
    }
}
