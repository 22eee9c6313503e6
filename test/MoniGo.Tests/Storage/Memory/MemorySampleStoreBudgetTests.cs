using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

[CollectionDefinition(nameof(MemorySampleStoreBudgetTests), DisableParallelization = true)] // it measures the whole process
[Collection(nameof(MemorySampleStoreBudgetTests))]
public sealed class MemorySampleStoreBudgetTests
{
    [Fact]
    public async Task What_the_store_says_it_uses_is_what_it_keeps_alive()
    {
        var store = new MemorySampleStore(new FakeTime(Noon));
        var keys = Enumerable.Range(0, 300).Select(i => Key(i % 10 == 0 ? Latency : Level, ("i", $"{i}"))).ToArray();
        var ticks = new TickScript(Noon - TimeSpan.FromHours(1));
        await Fill(50); // let everything that is shared be made
        var (reported, held) = (store.Status.Bytes, GC.GetTotalMemory(forceFullCollection: true));
        await Fill(300);

        var estimate = store.Status.Bytes - reported;
        var real = GC.GetTotalMemory(forceFullCollection: true) - held;

        TestContext.Current.TestOutputHelper?.WriteLine($"estimated {estimate}, held {real}");
        Assert.InRange((double)estimate / real, 0.9, 1.1);
        GC.KeepAlive(store);

        async Task Fill(int count)
        {
            for (var t = 0; t < count; t++)
            {
                await store.AppendAsync(StreamId.Local, ticks.Next(b =>
                {
                    for (var i = 0; i < keys.Length; i++)
                    {
                        if (i % 10 == 0)
                            b.Add(keys[i], Recorded(t + 1, 2 * t, 4 * i, 0.1));
                        else
                            b.Add(keys[i], t * i);
                    }
                }));
            }
        }
    }
}
