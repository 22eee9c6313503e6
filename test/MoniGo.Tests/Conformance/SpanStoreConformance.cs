using MoniGo.Signals;
using Span = MoniGo.Signals.Span;

namespace MoniGo.Tests;

/// <summary>What every store of spans promises; one subclass per store runs it.</summary>
public abstract class SpanStoreConformance
{
    private static readonly DateTimeOffset Noon = TickScript.Noon;

    private protected abstract ISpanStore Create(long capacity);

    /// <summary>Ends the store and gives the one that goes on; the same where it lives no longer than its process.</summary>
    private protected virtual ValueTask<ISpanStore> ReopenAsync(ISpanStore store) => new(store);

    [Fact]
    public async Task A_trace_is_read_by_start_time_though_children_end_first()
    {
        var store = Create(1 << 20);
        var (root, first, second) = (Root(1, 0), Child(1, 2, 10), Child(1, 3, 20));
        foreach (var span in new[] { second, first, Root(2, 5), root })
            store.Add(span);

        Assert.Equal([root, first, second], await store.GetTraceAsync(root.TraceId));
    }

    [Fact]
    public async Task An_unknown_trace_is_empty() => Assert.Empty(await Create(1 << 20).GetTraceAsync(new('0', 32)));

    [Fact]
    public async Task Roots_are_listed_newest_first_within_range_and_limit()
    {
        var store = Create(1 << 20);
        foreach (var second in new[] { 20, 0, 30, 10 })
            store.Add(Root(second + 1, second));

        store.Add(Child(1, 2, 15));

        Assert.Equal([30, 20, 10, 0], await Listed(new(Noon - TimeSpan.FromSeconds(1), Noon + TimeSpan.FromHours(1)), 10));
        Assert.Equal([20, 10], await Listed(new(Noon, Noon + TimeSpan.FromSeconds(20)), 10)); // open at its start
        Assert.Equal([30, 20], await Listed(new(Noon, Noon + TimeSpan.FromHours(1)), 2));

        async Task<IEnumerable<double>> Listed(TimeRange range, int limit) =>
            (await store.FindAsync(new(range, limit) { FirstOfTrace = true })).Select(span => (span.Start - Noon).TotalSeconds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_limit_outside_its_bounds_is_an_error(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await Create(1 << 20).FindAsync(new(new(Noon, Noon + TimeSpan.FromHours(1)), limit) { FirstOfTrace = true }));

    [Fact]
    public async Task The_oldest_traces_make_room_as_a_whole()
    {
        var store = Create(64 * 1024);
        for (var trace = 1; trace <= 1000; trace++)
        {
            store.Add(Child(trace, 2, trace));
            store.Add(Root(trace, trace));
        }

        Assert.Empty(await store.GetTraceAsync(Root(1, 0).TraceId));
        Assert.Equal(2, (await store.GetTraceAsync(Root(1000, 0).TraceId)).Count);
        var kept = await store.FindAsync(new(new(Noon, Noon + TimeSpan.FromHours(1)), 1000) { FirstOfTrace = true });
        Assert.InRange(kept.Count, 10, 999);
        foreach (var root in kept)
            Assert.Equal(2, (await store.GetTraceAsync(root.TraceId)).Count);
    }

    [Fact]
    public async Task A_trace_without_end_does_not_push_out_the_others()
    {
        var store = Create(1 << 20);
        store.Add(Root(1, 0));
        for (var i = 0; i < 20_000; i++)
            store.Add(Child(2, i + 1, i));

        Assert.Single(await store.GetTraceAsync(Root(1, 0).TraceId));
        Assert.InRange((await store.GetTraceAsync(Root(2, 0).TraceId)).Count, 100, 19_999);
    }

    [Fact]
    public async Task A_span_larger_than_the_store_is_not_kept()
    {
        var store = Create(64 * 1024);
        var huge = Root(1, 0) with { Tags = TagSet.Of("sql", new('x', 100_000)) };
        store.Add(huge);

        Assert.Empty(await store.GetTraceAsync(huge.TraceId));
    }

    [Fact]
    public async Task Many_may_add_and_read_at_once()
    {
        var store = Create(1 << 20);
        await Parallel.ForAsync(1, 400, async (i, cancellationToken) =>
        {
            store.Add(Root(i, i));
            Assert.Single(await store.GetTraceAsync(Root(i, i).TraceId, cancellationToken));
        });

        Assert.Equal(399, (await store.FindAsync(new(new(Noon, Noon + TimeSpan.FromHours(1)), 1000) { FirstOfTrace = true })).Count);
    }

    [Fact]
    public async Task Cancelled_calls_end()
    {
        var store = Create(1 << 20);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.GetTraceAsync("x", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.FindAsync(new(new(Noon, Noon + TimeSpan.FromHours(1)), 1) { FirstOfTrace = true }, cancelled));
    }

    [Fact]
    public async Task Spans_are_there_after_reopening_and_new_ones_join_them()
    {
        var store = Create(1 << 20);
        var failed = Child(1, 2, 1) with { Error = "System.IO.IOException", Tags = TagSet.Of("db", "shop").With("sql", "select 'ä'") };
        store.Add(failed);
        store.Add(Root(1, 0));
        store = await ReopenAsync(store);
        store.Add(Child(1, 3, 2));
        store.Add(Root(2, 5));
        store = await ReopenAsync(store);

        Assert.Equal([Root(1, 0), failed, Child(1, 3, 2)], await store.GetTraceAsync(failed.TraceId));
        Assert.Equal([Root(2, 5), Root(1, 0)], await store.FindAsync(new(new(Noon - TimeSpan.FromSeconds(1), Noon + TimeSpan.FromHours(1)), 10) { FirstOfTrace = true }));
    }

    private protected static Span Root(int trace, int second) => Make(trace, 1, second) with { ParentId = null };

    private protected static Span Child(int trace, int span, int second) => Make(trace, span, second);

    private static Span Make(int trace, int span, int second) => new(
        $"{trace:x32}", $"{span:x16}", $"{1:x16}", "GET /orders", Noon + TimeSpan.FromSeconds(second), TimeSpan.FromMilliseconds(5), null, TagSet.Empty);
}
