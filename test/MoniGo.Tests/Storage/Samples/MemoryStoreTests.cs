using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class MemoryStoreTests : SampleStoreConformance, IAsyncDisposable
{
    private readonly List<SampleStore> _stores = [];

    [Fact]
    public async Task AppendAsync_WithoutADirectory_SaysThatTheTickIsVolatile()
    {
        var result = await Store().AppendAsync(Stream, new TickScript(Noon).Next((Level, 1)));

        Assert.Equal(AppendOutcome.Volatile, result.Outcome);
    }

    [Fact]
    public async Task AppendAsync_RepeatOfATickThatLeft_IsADuplicate()
    {
        var store = Store(64 * 1024);
        var ticks = new TickScript(Noon, TimeSpan.FromMilliseconds(10));
        var first = ticks.Next((Level, 0));
        await Append(store, first);
        for (var i = 1; i < 20_000; i++)
            await Append(store, ticks.Next((Level, Math.Sqrt(i))));

        Assert.True(store.Status.Oldest > first.Time);
        Assert.Equal(AppendOutcome.Duplicate, (await store.AppendAsync(Stream, first)).Outcome);
    }

    [Fact]
    public async Task Status_LongHistory_ReachesFurtherBackInCoarserTiers()
    {
        var store = Store(1 << 20);
        var ticks = new TickScript(Noon - TimeSpan.FromDays(3));
        Time.Advance(TimeSpan.FromDays(-3));
        for (var i = 0; i < 3 * 17_280; i++)
        {
            if (i % 60 == 0)
                Time.Advance(TimeSpan.FromMinutes(5));

            await Append(store, ticks.Next(b =>
            {
                for (var n = 0; n < 10; n++)
                    b.Add(Key(Level, ("n", $"{n}")), Math.Sqrt((i * 10) + n));
            }));
        }

        var (raw, minute) = (store.Status.Tiers[0], store.Status.Tiers[1]);

        Assert.InRange(store.Status.Bytes, 1, 1 << 20);
        Assert.True(minute.Oldest < raw.Oldest - TimeSpan.FromHours(12), $"minutes reach to {minute.Oldest}, ticks to {raw.Oldest}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
    }

    private protected override (ISampleWriter Writer, ISampleReader Reader) Create(
        FakeTime time, TimeSpan? retention = null, long? capacity = null)
    {
        var kept = retention ?? TimeSpan.FromDays(7);
        var store = new SampleStore(
            new()
            {
                RawRetention = kept,
                MinuteRetention = kept,
                HourRetention = kept,
                MemoryCapacity = capacity ?? 8 * 1024 * 1024,
            },
            time: time);
        _stores.Add(store);
        return (store, store);
    }

    private SampleStore Store(long capacity = 8 * 1024 * 1024)
    {
        var store = new SampleStore(new() { MemoryCapacity = capacity }, time: Time);
        _stores.Add(store);
        return store;
    }
}
