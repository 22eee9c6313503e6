using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class LineRingTests
{
    private static readonly string Trace = new('a', 32);
    private static readonly string Other = new('b', 32);

    private readonly FakeTime _time = new(TickScript.Noon);
    private readonly WallClock _clock;

    public LineRingTests() => _clock = new(_time);

    [Fact]
    public void Take_LinesOfTheTraceWithinTheTime_ComeInOrderAndOnlyOnce()
    {
        var ring = new LineRing(_time);
        Write(ring, Trace, "before");
        _time.Advance(TimeSpan.FromTicks(10));
        Write(ring, Trace, "first");
        Write(ring, Other, "elsewhere");
        _time.Advance(TimeSpan.FromTicks(10));
        Write(ring, Trace, "last");
        _time.Advance(TimeSpan.FromTicks(1));
        Write(ring, Trace, "after");

        var taken = ring.Take(Call(10, 20), _clock, 50);

        Assert.Equal(["first", "last"], taken.Select(line => line.Message));
        Assert.Equal([TickScript.Noon.AddTicks(10), TickScript.Noon.AddTicks(20)], taken.Select(line => line.Time));
        Assert.Equal(("Warning", "Shop"), (taken[0].Level, taken[0].Category));
        Assert.Empty(ring.Take(Call(10, 20), _clock, 50));
        Assert.Equal(["before", "after"], ring.Take(Call(0, 100), _clock, 50).Select(line => line.Message));
    }

    [Fact]
    public void Take_InnerCallFirst_LeavesTheOthersToTheOuter()
    {
        var ring = new LineRing(_time);
        Write(ring, Trace, "outer, before");
        _time.Advance(TimeSpan.FromTicks(10));
        Write(ring, Trace, "inner");
        _time.Advance(TimeSpan.FromTicks(10));
        Write(ring, Trace, "outer, after");

        Assert.Equal(["inner"], ring.Take(Call(5, 15), _clock, 50).Select(line => line.Message));
        Assert.Equal(["outer, before", "outer, after"], ring.Take(Call(0, 20), _clock, 50).Select(line => line.Message));
    }

    [Fact]
    public void Take_CallsAtOnce_EachByItsActivity()
    {
        var ring = new LineRing(_time);
        var (one, two) = (new string('1', 16), new string('2', 16));
        Write(ring, Trace, "one", activity: one);
        Write(ring, Trace, "two", activity: two);
        Write(ring, Trace, "neither");

        Assert.Equal(["one"], ring.Take(Call(0, 9, one, KeepReason.Child), _clock, 50).Select(line => line.Message));
        Assert.Equal(["two"], ring.Take(Call(0, 9, two, KeepReason.Child), _clock, 50).Select(line => line.Message));
        Assert.Equal(["neither"], ring.Take(Call(0, 9), _clock, 50).Select(line => line.Message));
    }

    [Fact]
    public void Take_TooMany_GivesTheFirstAndTheLast()
    {
        var ring = new LineRing(_time);
        for (var i = 0; i < 100; i++)
            Write(ring, Trace, $"{i}");

        Assert.Equal(["0", "1", "2", "98", "99"], ring.Take(Call(0, 9), _clock, 5).Select(line => line.Message));
        Write(ring, Trace, "a");
        Write(ring, Trace, "b");
        Assert.Equal(["a"], ring.Take(Call(0, 9), _clock, 1).Select(line => line.Message));
    }

    [Fact]
    public void Add_ForEver_IsBoundedByLinesAndTheOldestGo()
    {
        var ring = new LineRing(_time, maxLines: 100);
        for (var i = 0; i < 1000; i++)
            Write(ring, Trace, $"{i}");

        Assert.Equal(100, ring.Count);
        Assert.Equal(Enumerable.Range(900, 100).Select(i => $"{i}"), ring.Take(Call(0, 9), _clock, 1000).Select(line => line.Message));
        Assert.Equal(0, ring.Bytes);
    }

    [Fact]
    public void Add_LongLines_IsBoundedByBytes()
    {
        var ring = new LineRing(_time, maxBytes: 100_000);
        for (var i = 0; i < 1000; i++)
            Write(ring, Trace, new('x', 10_000));

        Assert.InRange(ring.Bytes, 50_000, 100_000);
        Assert.InRange(ring.Count, 1, 5);
    }

    [Fact]
    public async Task Add_FromManyThreads_LosesNoneWithinItsBounds()
    {
        var ring = new LineRing(_time);
        await Parallel.ForAsync(0, 4000, (i, _) =>
        {
            Write(ring, $"{i % 8:x32}", "line");
            return ValueTask.CompletedTask;
        });

        Assert.Equal(4000, Enumerable.Range(0, 8).Sum(trace => ring.Take(Call(0, 9) with { TraceId = $"{trace:x32}" }, _clock, 1000).Length));
    }

    private static void Write(LineRing ring, string trace, string message, string? activity = null) =>
        ring.Add(new(new(trace, activity, Frame: null), "Warning", "Shop", message));

    private static Ended Call(long start, long end, string id = "0", KeepReason reason = KeepReason.Slow) => new(Trace, id, start, end, reason);

    private sealed record Ended(string TraceId, string SpanId, long Start, long End, KeepReason Reason) : EndedSpan(TraceId, SpanId, Start, End)
    {
        public override bool TakesByTime => Reason != KeepReason.Child;

        public override Span ToSpan(WallClock clock) => throw new NotSupportedException();
    }
}
