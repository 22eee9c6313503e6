using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class MemorySampleStoreTests : SampleStoreConformance
{
    [Fact]
    public async Task AppendAsync_Always_SaysThatTheTickIsVolatile()
    {
        var result = await new MemorySampleStore(Time).AppendAsync(Stream, new TickScript(Noon).Next((Level, 1)));

        Assert.Equal(AppendOutcome.Volatile, result.Outcome);
    }

    [Fact]
    public async Task AppendAsync_TickLargerThanTheStore_IsRefused()
    {
        var store = new MemorySampleStore(Time, capacity: 500);
        var tick = new TickScript(Noon).Next(b => Array.ForEach([.. Enumerable.Range(0, 20)], i => b.Add(Key(Level, ("i", $"{i}")), i)));

        Assert.Equal(AppendOutcome.Refused, (await store.AppendAsync(Stream, tick)).Outcome);
        Assert.Equal(0, store.Status.Bytes);
    }

    [Fact]
    public async Task AppendAsync_RepeatOfATickThatLeft_IsADuplicate()
    {
        var store = new MemorySampleStore(Time, capacity: 2000);
        var ticks = new TickScript(Noon);
        var first = ticks.Next((Level, 0));
        await Append(store, first);
        for (var i = 1; i < 100; i++)
            await Append(store, ticks.Next((Level, i)));

        Assert.True(store.Status.Oldest > first.Time);
        Assert.Equal(AppendOutcome.Duplicate, (await store.AppendAsync(Stream, first)).Outcome);
    }

    [Fact]
    public async Task Status_UnchangedHistograms_AreCountedOnce()
    {
        var (same, changing) = (new MemorySampleStore(Time), new MemorySampleStore(Time));
        var histogram = Recorded([.. Enumerable.Range(1, 200).Select(i => (double)i)]);
        foreach (var store in new[] { same, changing })
        {
            var ticks = new TickScript(Noon);
            for (var i = 0; i < 50; i++)
            {
                // A gauge in the same family of instruments changes, so sharing is per histogram and not per snapshot.
                await Append(store, ticks.Next(b =>
                {
                    b.Add(new(Latency), store == same ? histogram : Recorded([.. Enumerable.Range(1, 200).Select(n => (double)n)]));
                    b.Add(new(Level), i);
                }));
            }
        }

        Assert.True(changing.Status.Bytes > 5 * same.Status.Bytes, $"{same.Status.Bytes} and {changing.Status.Bytes}");
    }

    [Fact]
    public async Task Status_AfterOldTicksLeft_StillCountsWhatTheNextOneShared()
    {
        var store = new MemorySampleStore(Time, TimeSpan.FromMinutes(15));
        var key = new SeriesKey(Latency);
        var histogram = Recorded([.. Enumerable.Range(1, 500).Select(i => (double)i)]);
        var ticks = new TickScript(Noon, TimeSpan.FromMinutes(1));
        await Append(store, ticks.Next(b => b.Add(key, histogram)));
        var one = store.Status.Bytes;
        await Append(store, ticks.Next(b => b.Add(key, histogram)));
        Time.Advance(TimeSpan.FromMinutes(6));
        await Append(store, ticks.Skip(10).Next((Level, 1)));

        Assert.True(store.Status.Oldest == Noon + TimeSpan.FromMinutes(2));
        Assert.True(store.Status.Bytes > one);
    }

    [Fact]
    public async Task ReadAsync_ManyTicks_DoesNotDependOnTheOrderOfSeries()
    {
        var store = new MemorySampleStore(Time);
        var (a, b, c) = (Key(Level, ("n", "a")), Key(Level, ("n", "b")), Key(Level, ("n", "c")));
        var ticks = new TickScript(Noon);
        foreach (var order in new[] { new[] { a, b }, [b, a], [c, b, a], [a] })
            await Append(store, ticks.Next(builder => Array.ForEach(order, key => builder.Add(key, 1 + Array.IndexOf([a, b, c], key)))));

        var series = await Read(store, new(Level.Name), TimeSpan.FromHours(1));

        Assert.Equal(
            [("a", 4, 4d), ("b", 3, 6d), ("c", 1, 3d)],
            series.Select(s => (s.Series.Tags["n"], s.Windows[0].Count, s.Windows[0].Sum)).Order());
    }

    private protected override (ISampleWriter Writer, ISampleReader Reader) Create(
        FakeTime time, TimeSpan? retention = null, long? capacity = null)
    {
        var store = new MemorySampleStore(time, retention, capacity ?? MemorySampleStore.DefaultCapacity);
        return (store, store);
    }
}
