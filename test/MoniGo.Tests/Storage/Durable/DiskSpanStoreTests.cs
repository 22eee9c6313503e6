using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class DiskSpanStoreTests : SpanStoreConformance, IAsyncDisposable
{
    private readonly PortHouse _house = new();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private protected override ISpanStore Create(long capacity) => _house.Open(New(capacity));

    private protected override async ValueTask<ISpanStore> ReopenAsync(ISpanStore store) => await _house.ReopenAsync(store, New());

    [Fact]
    public async Task Add_WhileTheDiskHangs_NeverWaits()
    {
        var store = _house.Open(New());
        store.Add(Root(1, 0));
        var hangs = _house.Files.Hangs = new();
        _house.Time.Advance(TimeSpan.FromSeconds(30)); // a sync
        for (var trace = 2; trace <= 12_000; trace++)
            store.Add(Root(trace, 0));

        Assert.Single(await store.GetTraceAsync(Root(12_000, 0).TraceId));
        hangs.SetResult();
        await AssertSameAfterReopening(store);
    }

    [Fact]
    public async Task Add_Synced_OnlyEveryHalfMinute()
    {
        var store = _house.Open(New());
        var before = _house.Files.Syncs;
        var synced = _house.Files.Synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var trace = 1; trace <= 100; trace++)
            store.Add(Root(trace, 0));

        await Written(100);
        Assert.Equal(before, _house.Files.Syncs);
        _house.Time.Advance(TimeSpan.FromSeconds(30));
        await synced.Task;
        Assert.Equal(before + 1, _house.Files.Syncs);
    }

    [Fact]
    public async Task Add_ForEver_KeepsTheFileBounded()
    {
        const int Capacity = 64 * 1024;
        var store = _house.Open(New(Capacity));
        for (var trace = 1; trace <= 20_000; trace++)
            store.Add(Root(trace, 0));

        await AssertSameAfterReopening(store, Capacity);
        Assert.InRange(new FileInfo(Log).Length, 1, (2 * Capacity) + (300 * 1024));
    }

    [Fact]
    public async Task Add_DiskFull_KeepsServingAndRecoversWithTheTimer()
    {
        var store = _house.Open(New());
        store.Add(Root(1, 0));
        _house.Files.Room = 10;
        for (var trace = 2; trace <= 100; trace++)
            store.Add(Root(trace, 0));

        Assert.True(SpinWait.SpinUntil(() => _house.Problems.Count > 0, TimeSpan.FromMinutes(1)));
        store.Add(Root(101, 0));
        _house.Files.Room = long.MaxValue;
        var synced = _house.Files.Synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _house.Time.Advance(TimeSpan.FromSeconds(30));
        await synced.Task;
        store.Add(Root(102, 0));
        Assert.Single(_house.Problems);
        await AssertSameAfterReopening(store);
    }

    [Fact]
    public async Task OpenAsync_Garbage_IsSetAsideAndTold()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        await File.WriteAllBytesAsync(Log, new byte[1000]);
        var store = _house.Open(New());
        store.Add(Root(1, 0));

        Assert.True(File.Exists(_house.PathOf("aside/spans.log")));
        Assert.Single(_house.Problems);
        await AssertSameAfterReopening(store);
    }

    private string Log => _house.PathOf("spans/spans.log");

    private DiskSpanStore New(long capacity = MemorySpanStore.DefaultCapacity) => new(capacity, _house.Time, _house.Tell);

    private async Task AssertSameAfterReopening(DiskSpanStore store, long capacity = MemorySpanStore.DefaultCapacity)
    {
        var before = await Roots(store);
        Assert.NotEmpty(before);
        Assert.Equal(before, await Roots(await _house.ReopenAsync(store, New(capacity))));
    }

    private static async Task<IReadOnlyList<string>> Roots(DiskSpanStore store)
    {
        var range = new TimeRange(TickScript.Noon - TimeSpan.FromSeconds(1), TickScript.Noon + TimeSpan.FromHours(1));
        return [.. (await store.FindAsync(new(range, 1000) { FirstOfTrace = true })).Select(span => span.TraceId).Order(StringComparer.Ordinal)];
    }

    /// <summary>Waits until another process would find that many spans.</summary>
    private Task Written(int count)
    {
        Assert.True(SpinWait.SpinUntil(() => Count() == count, TimeSpan.FromMinutes(1)));
        return Task.CompletedTask;
    }

    private int Count()
    {
        using var reader = LogReader.Open(new PhysicalFiles(), Log, LogKind.Spans);
        var count = 0;
        while (reader.Next())
            count++;

        return count;
    }
}
