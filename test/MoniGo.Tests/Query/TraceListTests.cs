using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class TraceListTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly MemorySpanStore _store = new();

    [Fact]
    public async Task ReadAsync_Traces_AreSummedUpNewestFirst()
    {
        Add("old", 1, took: 50);
        Add("new", 2, took: 80);
        Add("new", 3, took: 10, error: "Oops");

        var traces = await ReadAsync(TraceFilter.None);

        Assert.Equal([("new", 2, 1), ("old", 1, 0)], traces.Select(trace => (trace.First.TraceId, trace.Spans, trace.Failed)));
        Assert.Equal([80d, 50d], traces.Select(trace => trace.First.Duration.TotalMilliseconds));
    }

    [Fact]
    public async Task ReadAsync_OnlyFailed_FindsAFailureThatTheFirstSpanSurvived()
    {
        Add("well", 1, took: 50);
        Add("caught", 2, took: 80);
        Add("caught", 3, took: 10, error: "Oops");

        Assert.Equal("caught", Assert.Single(await ReadAsync(new() { OnlyFailed = true })).First.TraceId);
    }

    [Fact]
    public async Task ReadAsync_AtLeast_LeavesShorterOnesOut()
    {
        Add("short", 1, took: 99);
        Add("long", 2, took: 100);

        Assert.Equal("long", Assert.Single(await ReadAsync(new() { AtLeast = TimeSpan.FromMilliseconds(100) })).First.TraceId);
    }

    private ValueTask<IReadOnlyList<TraceSummary>> ReadAsync(TraceFilter filter) =>
        TraceList.ReadAsync(_store, filter, new(Noon, Noon.AddMinutes(1)), TestContext.Current.CancellationToken);

    private void Add(string trace, int second, double took, string? error = null) => _store.Add(new(
        trace, $"{second}", null, "work", Noon.AddSeconds(second), TimeSpan.FromMilliseconds(took), error, TagSet.Empty));
}
