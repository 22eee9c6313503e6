using System.Collections.Immutable;
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

    [Fact]
    public async Task The_span_that_began_first_stands_for_its_trace_and_of_two_at_once_the_root()
    {
        var store = Create(1 << 20);
        store.Add(Child(1, 2, 10));
        store.Add(Root(1, 10));
        store.Add(Child(2, 3, 30));
        store.Add(Child(2, 2, 20));

        Assert.Equal([Child(2, 2, 20), Root(1, 10)], await Find(store, new(Hour, 10) { FirstOfTrace = true }));
    }

    [Fact]
    public async Task Spans_are_found_by_their_exact_name()
    {
        var store = Create(1 << 20);
        var pay = Child(1, 2, 1) with { Name = "Pay" };
        store.Add(pay);
        store.Add(Child(1, 3, 2) with { Name = "pay" });
        store.Add(Root(1, 0));

        Assert.Equal([pay], await Find(store, new(Hour, 10) { Name = "Pay" }));
        Assert.Empty(await Find(store, new(Hour, 10) { Name = "Pay", FirstOfTrace = true }));
    }

    [Fact]
    public async Task Spans_are_found_by_a_tag_with_its_value()
    {
        var store = Create(1 << 20);
        var slow = Root(1, 1) with { Tags = TagSet.Create(new("monigo.kept", "slow"), new("monigo.kind", "function")) };
        store.Add(slow);
        store.Add(Root(2, 2) with { Tags = TagSet.Of("monigo.kept", "sampled") });
        store.Add(Root(3, 3) with { Tags = TagSet.Of("kept", "slow") });

        Assert.Equal([slow], await Find(store, new(Hour, 10) { Tag = new("monigo.kept", "slow") }));
    }

    [Fact]
    public async Task Only_failures_are_found_where_only_they_are_asked_for()
    {
        var store = Create(1 << 20);
        var failed = Root(1, 1) with { Error = "System.IO.IOException" };
        store.Add(failed);
        store.Add(Root(2, 2));

        Assert.Equal([failed], await Find(store, new(Hour, 10) { OnlyErrors = true }));
    }

    [Fact]
    public async Task The_least_duration_counts_as_long_enough_and_the_slowest_come_first_when_asked()
    {
        var store = Create(1 << 20);
        foreach (var (trace, milliseconds) in new[] { (1, 30), (2, 10), (3, 40), (4, 20), (5, 40) })
            store.Add(Root(trace, trace) with { Duration = TimeSpan.FromMilliseconds(milliseconds) });

        Assert.Equal([5, 4, 3, 1], await Found(new(Hour, 10) { AtLeast = TimeSpan.FromMilliseconds(20) }));
        Assert.Equal([5, 3, 1, 4, 2], await Found(new(Hour, 10) { SlowestFirst = true }));
        Assert.Equal([5, 3], await Found(new(Hour, 2) { SlowestFirst = true }));
        Assert.Equal([5], await Found(new(Hour, 1) { SlowestFirst = true, AtLeast = TimeSpan.FromMilliseconds(40) }));

        async Task<IEnumerable<int>> Found(SpanQuery query) => (await Find(store, query)).Select(span => (int)(span.Start - Noon).TotalSeconds);
    }

    [Fact]
    public async Task Log_lines_come_back_with_their_span()
    {
        var store = Create(1 << 20);
        ImmutableArray<LogLine> lines =
        [
            new(Noon - TimeSpan.FromTicks(1), "Information", "Shop.Orders", "before the clock was set"),
            new(Noon + TimeSpan.FromMilliseconds(3), "Error", "Shop.Orders", "no such order: 'ä'\n"),
        ];
        store.Add(Root(1, 0) with { Lines = lines });
        store.Add(Root(2, 1));
        store = await ReopenAsync(store);

        Assert.Equal(lines, Assert.Single(await store.GetTraceAsync(Root(1, 0).TraceId)).Lines.AsEnumerable());
        Assert.Empty(Assert.Single(await store.GetTraceAsync(Root(2, 0).TraceId)).Lines);
    }

    [Fact]
    public async Task Log_lines_count_against_the_capacity()
    {
        var store = Create(64 * 1024);
        ImmutableArray<LogLine> lines = [.. Enumerable.Range(0, 10).Select(i => new LogLine(Noon, "Information", "Shop", new('x', 1000)))];
        for (var trace = 1; trace <= 100; trace++)
            store.Add(Root(trace, trace) with { Lines = lines });

        Assert.InRange((await Find(store, new(Hour, 1000))).Count, 1, 4);
    }

    private static TimeRange Hour => new(Noon - TimeSpan.FromSeconds(1), Noon + TimeSpan.FromHours(1));

    private static async Task<IReadOnlyList<Span>> Find(ISpanStore store, SpanQuery query) => await store.FindAsync(query);

    private protected static Span Root(int trace, int second) => Make(trace, 1, second) with { ParentId = null };

    private protected static Span Child(int trace, int span, int second) => Make(trace, span, second);

    private static Span Make(int trace, int span, int second) => new(
        $"{trace:x32}", $"{span:x16}", $"{1:x16}", "GET /orders", Noon + TimeSpan.FromSeconds(second), TimeSpan.FromMilliseconds(5), null, TagSet.Empty);
}
