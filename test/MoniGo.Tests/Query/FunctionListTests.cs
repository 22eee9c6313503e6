using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class FunctionListTests : IAsyncDisposable
{
    private static readonly TimeRange Minute = new(Noon, Noon + TimeSpan.FromMinutes(1));

    private readonly TickScript _ticks = new(Noon);
    private readonly SampleStore _store = new(new(), time: new FakeTime(Noon + TimeSpan.FromMinutes(1)));

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task ReadAsync_Range_TellsWhatCameInItAndLeavesTheIdleOut()
    {
        await AppendShopAsync();
        var page = await ReadAsync(new(FunctionOrder.P95, true, "", 1, 10));

        Assert.Equal((1, 3), (page.First, page.Total));
        Assert.Equal([("slow", 2L, 1L), ("Fast", 50L, 0L), ("middling", 20L, 0L)], page.Rows.Select(row => (row.Name, row.Calls, row.Errors)));
        var slow = page.Rows[0];
        Assert.Equal((2d / 60, 1024d, 0.25), (slow.Rate!.Value, slow.AllocatedPerCall!.Value, slow.OwnShare!.Value));
        Assert.Null(page.Rows[1].AllocatedPerCall);
        Assert.Null(page.Rows[1].OwnShare);
    }

    [Theory]
    [InlineData("Name", false, "Fast middling slow")]
    [InlineData("Name", true, "slow middling Fast")]
    [InlineData("Calls", true, "Fast middling slow")]
    [InlineData("Calls", false, "slow middling Fast")]
    [InlineData("Errors", true, "slow Fast middling")]
    [InlineData("Max", true, "slow Fast middling")]
    [InlineData("Total", true, "slow Fast middling")]
    [InlineData("Allocated", true, "slow middling Fast")] // what is not known comes last
    [InlineData("Allocated", false, "middling slow Fast")]
    [InlineData("Own", false, "slow Fast middling")]
    public async Task ReadAsync_Order_SortsEveryFunctionByIt(string order, bool descending, string expected)
    {
        await AppendShopAsync();
        var page = await ReadAsync(new(Enum.Parse<FunctionOrder>(order), descending, "", 1, 10));

        Assert.Equal(expected, string.Join(' ', page.Rows.Select(row => row.Name)));
    }

    [Theory]
    [InlineData("P95")]
    [InlineData("Errors")]
    [InlineData("Own")]
    public async Task ReadAsync_AnyOrder_TellsTheSame(string order)
    {
        await AppendShopAsync();
        var slow = (await ReadAsync(new(Enum.Parse<FunctionOrder>(order), true, "slow", 1, 10))).Rows.Single();

        Assert.Equal((2, 1, 2048d, 0.25), (slow.Calls, slow.Errors, slow.AllocatedBytes!.Value, slow.OwnShare!.Value));
        Assert.Equal("TimeoutException", slow.ErrorsByType.Single().Key);
    }

    [Theory]
    [InlineData("FAST", 1)]
    [InlineData("s", 2)]
    [InlineData("nothing is called that", 0)]
    public async Task ReadAsync_Search_KeepsNamesThatContainItWhateverTheCase(string search, int found)
    {
        await AppendShopAsync();
        var page = await ReadAsync(new(FunctionOrder.Name, false, search, 1, 10));

        Assert.Equal((found, found), (page.Total, page.Rows.Length));
    }

    [Theory]
    [InlineData(1, 1, "Fast middling")]
    [InlineData(2, 3, "slow")]
    [InlineData(9, 3, "slow")] // there are fewer by now
    public async Task ReadAsync_Page_GivesItsRowsAndTheirPlace(int page, int first, string expected)
    {
        await AppendShopAsync();
        var read = await ReadAsync(new(FunctionOrder.Name, false, "", page, 2));

        Assert.Equal((first, 3, expected), (read.First, read.Total, string.Join(' ', read.Rows.Select(row => row.Name))));
    }

    [Fact]
    public async Task ReadAsync_FunctionThatRunsAndHasNotEnded_IsThere()
    {
        var latest = await AppendAsync(b => b.Add(Key(FunctionInstruments.Active, (FunctionInstruments.Function, "Wait()")), 2));
        var row = (await FunctionList.ReadAsync(new(_store), Minute, Query, latest)).Rows.Single();

        Assert.Equal(("Wait()", 0, 2), (row.Name, row.Calls, row.Active));
        Assert.Equal(0, (await FunctionList.ReadAsync(new(_store), Minute, Query, null)).Total);
    }

    [Fact]
    public async Task ReadAsync_Trend_IsOfCallsPerSecondInStepsOfOneLength()
    {
        var calls = new List<double>();
        for (var tick = 1; tick <= 12; tick++)
        {
            calls.AddRange(Enumerable.Repeat(0.1, tick > 6 ? 10 : 5));
            await AppendAsync(b => b.Add(Of("f"), Recorded([.. calls])));
        }

        var row = (await ReadAsync(Query with { Step = TimeSpan.FromSeconds(10) })).Rows.Single();

        Assert.Equal([null, 1, 1, 2, 2, 2], row.Trend.Select((rate, at) => at == 0 ? null : rate));
    }

    private static FunctionQuery Query { get; } = new(FunctionOrder.P95, true, "", 1, 10) { Step = TimeSpan.FromSeconds(5) };

    private ValueTask<FunctionPage> ReadAsync(FunctionQuery query) =>
        FunctionList.ReadAsync(new(_store), Minute, query with { Step = query.Step == default ? TimeSpan.FromSeconds(5) : query.Step }, null);

    private async Task AppendShopAsync()
    {
        var idle = Recorded(60);
        await AppendAsync(b => b.Add(Of("idle"), idle));
        await AppendAsync(b =>
        {
            b.Add(Of("Fast"), Recorded([.. Enumerable.Repeat(0.01, 50)]));
            b.Add(Of("middling"), Recorded([.. Enumerable.Repeat(0.005, 20)]));
            b.Add(Of("idle"), idle);
            b.Add(Of("slow"), Recorded(2, 2));
            b.Add(Key(FunctionInstruments.Errors, (FunctionInstruments.Function, "slow"), (FunctionInstruments.ErrorType, "TimeoutException")), 1);
            b.Add(Key(FunctionInstruments.Allocated, (FunctionInstruments.Function, "slow")), 2048);
            b.Add(Key(FunctionInstruments.Allocated, (FunctionInstruments.Function, "middling")), 200);
            b.Add(Key(FunctionInstruments.SelfDuration, (FunctionInstruments.Function, "slow")), 1);
            b.Add(Key(FunctionInstruments.AttributedDuration, (FunctionInstruments.Function, "slow")), 4);
        });
    }

    private async Task<Snapshot> AppendAsync(Action<SnapshotBuilder> fill)
    {
        var tick = _ticks.Next(fill);
        await _store.AppendAsync(StreamId.Local, tick);
        return tick;
    }

    private static SeriesKey Of(string function) => Key(FunctionInstruments.Duration, (FunctionInstruments.Function, function));
}
