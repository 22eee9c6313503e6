using MoniGo.Signals;
using MoniGo.Storage;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class CallKeeperTests : IDisposable
{
    private static readonly string Trace = new('a', 32);

    private readonly KeptSpans _kept = new();

    public void Dispose() => _kept.Dispose();

    [Fact]
    public async Task Keep_Call_BecomesASpanWithItsTimesAndTags()
    {
        _kept.Time.Advance(TimeSpan.FromSeconds(1));
        _kept.Tracer.Keeper!.Keep(Call("Place", 1, start: 2_500_000, end: 7_500_001) with { Caller = "Checkout", Self = 1_250_000, Allocated = 640 });

        var span = Assert.Single(await _kept.TraceAsync(Trace));

        Assert.Equal(("Place", Id(1), (string?)null, (string?)null), (span.Name, span.SpanId, span.ParentId, span.Error));
        Assert.Equal((TickScript.Noon.AddTicks(2_500_000), TimeSpan.FromTicks(5_000_001)), (span.Start, span.Duration));
        Assert.Equal(
            TagSet.Create(
                new(SpanTags.Kind, "function"), new(SpanTags.Kept, "slow"), new(SpanTags.Caller, "Checkout"), new(SpanTags.Self, "0.125"), new(SpanTags.Allocated, "640")),
            span.Tags);
    }

    [Fact]
    public async Task Keep_FailedCall_NamesTheExceptionAndItsGroupAndHoldsNeither()
    {
        var held = Fail();

        var span = Assert.Single(await _kept.TraceAsync(Trace));

        Assert.Equal("System.IO.IOException", span.Error);
        Assert.Equal(Assert.Single(_kept.Exceptions.List()).Id, span.Tags[SpanTags.ExceptionGroup]);
        GC.Collect();
        Assert.False(held.IsAlive);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        WeakReference Fail()
        {
            var exception = new IOException("disk");
            _kept.Tracer.Keeper!.Observe(exception, "Place");
            _kept.Tracer.Keeper!.Keep(Call("Place", 1) with { Reason = KeepReason.Failed, Exception = exception });
            return new(exception);
        }
    }

    [Fact]
    public async Task Keep_MoreThanMayWait_DropsAndCountsTheRest()
    {
        using var gate = new ManualResetEventSlim();
        _kept.Store = new HangingStore(gate);
        for (var i = 0; i < SpanKeeper.MostWaiting + 500; i++)
            _kept.Tracer.Keeper!.Keep(Call("Place", i));

        var dropped = _kept.Read(OwnInstruments.Dropped, TagSet.Of("reason", "spans"));
        gate.Set();

        Assert.InRange(dropped!.Value, 499, 500); // one may be in the store's hands
        await _kept.TraceAsync(Trace);
    }

    [Fact]
    public async Task Keep_StoreThatThrows_IsCountedAndTheNextIsKept()
    {
        _kept.Store = new ThrowingStore();
        _kept.Tracer.Keeper!.Keep(Call("Place", 1));
        _kept.Keeper.Drain();
        _kept.Store = new MemorySpanStore();
        _kept.Tracer.Keeper!.Keep(Call("Place", 2));

        Assert.Equal(Id(2), Assert.Single(await _kept.TraceAsync(Trace)).SpanId);
        Assert.Equal(1, _kept.Read(OwnInstruments.Dropped, TagSet.Of("reason", "spans")));
    }

    [Fact]
    public async Task Keep_FromManyThreads_LosesNone()
    {
        await Parallel.ForAsync(0, 900, (i, _) =>
        {
            _kept.Tracer.Keeper!.Keep(Call("Place", i));
            return ValueTask.CompletedTask;
        });

        Assert.Equal(900, (await _kept.TraceAsync(Trace)).Count);
    }

    [Fact]
    public async Task Keep_WithoutDraining_ReachesTheStoreByItself()
    {
        var added = new SignallingStore();
        _kept.Store = added;
        _kept.Tracer.Keeper!.Keep(Call("Place", 1));

        Assert.Equal("Place", (await added.First.WaitAsync(TimeSpan.FromSeconds(30))).Name);
    }

    private KeptCall Call(string function, int id, long start = 0, long end = 10) =>
        new(_kept.Function(function), KeepReason.Slow, start, end, Trace, Id(id), null);

    private static string Id(int id) => $"{id:x16}";

    private sealed class HangingStore(ManualResetEventSlim gate) : ISpanStore
    {
        public void Add(Span span) => gate.Wait();

        public ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default) => new([]);

        public ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default) => new([]);
    }

    private sealed class SignallingStore : ISpanStore
    {
        private readonly TaskCompletionSource<Span> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Span> First => _first.Task;

        public void Add(Span span) => _first.TrySetResult(span);

        public ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default) => new([]);

        public ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default) => new([]);
    }

    private sealed class ThrowingStore : ISpanStore
    {
        public void Add(Span span) => throw new IOException("full");

        public ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default) => new([]);

        public ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default) => new([]);
    }
}
