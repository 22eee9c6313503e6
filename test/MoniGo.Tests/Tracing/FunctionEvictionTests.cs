using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class FunctionEvictionTests : IDisposable
{
    private readonly FunctionTracer _tracer = new(new TimestampClock(), maxFunctions: 4);

    public void Dispose() => _tracer.Dispose();

    [Fact]
    public void Tick_NamesWereRefused_TheLeastRecentlyUsedMakeRoom()
    {
        Call("a", "b", "c", "d");
        Tick();
        Call("b", "c", "d");
        Tick();
        Call("c", "d", "new");
        Tick();
        Assert.Equal(0, TracerReading.Of(_tracer).Evictions);

        Tick(FunctionEviction.Grace);
        var reading = TracerReading.Of(_tracer);
        Assert.Equal(1, reading.Evictions);
        Assert.Equal(["(other)", "b", "c", "d"], reading.Functions.Order(StringComparer.Ordinal));
        Assert.Equal(1, reading.Calls("(other)"));

        Call("new");
        Assert.Equal(1, TracerReading.Of(_tracer).Calls("new"));
    }

    [Fact]
    public void Tick_AllAreUsedOrRunning_NobodyMakesRoom()
    {
        using var running = _tracer.Start("a");
        Call("b", "c", "d");
        Tick();
        for (var i = 0; i < 10; i++)
        {
            Call("b", "c", "d", "new");
            Tick();
        }

        var reading = TracerReading.Of(_tracer);
        Assert.Equal(0, reading.Evictions);
        Assert.Equal(10, reading.Calls("(other)"));
        Assert.Equal(10, reading.Dropped);
    }

    [Fact]
    public void Function_CalledAgainWithinTheGrace_Stays()
    {
        var handle = _tracer.GetFunction("a");
        Call("a", "b", "c", "d");
        Tick();
        Call("b", "c", "d", "new");
        Tick();
        Assert.False(handle.Recorded!.IsOpen);

        handle.Trace(() => { });
        Assert.True(handle.Recorded.IsOpen);
        Tick(10);

        Assert.Equal(2, TracerReading.Of(_tracer).Calls("a"));
        Assert.Equal(0, TracerReading.Of(_tracer).Evictions);
    }

    [Fact]
    public void Function_CalledAgainAfterItsEviction_CountsFromZeroByNameAndByHandle()
    {
        const string Name = "a";
        var handle = _tracer.GetFunction(Name);
        Call(Name, Name, "b", "c", "d");
        Evict("b", "c", "d");
        Assert.DoesNotContain(Name, TracerReading.Of(_tracer).Functions);

        handle.Trace(() => { });
        _tracer.Trace(Name, () => { });
        handle.Start().Dispose();

        Assert.Equal(3, TracerReading.Of(_tracer).Calls(Name));
        Assert.Equal(Name, handle.Name);
        Assert.Equal(handle, _tracer.GetFunction(Name));
    }

    [Fact]
    public void Handle_TakenWhileThereWasNoRoom_CountsAsSoonAsThereIs()
    {
        Call("a", "b", "c", "d");
        Tick();
        var handle = _tracer.GetFunction("new");
        handle.Trace(() => { });
        Assert.Equal(1, TracerReading.Of(_tracer).Calls("(other)"));

        Evict("b", "c", "d");
        handle.Trace(() => { });

        Assert.Equal("new", handle.Name);
        Assert.Equal(1, TracerReading.Of(_tracer).Calls("new"));
    }

    [Fact]
    public void Function_ComesBack_HasItsOwnSamplingRate()
    {
        var kept = new KeptCalls();
        _tracer.Keeper = kept;
        _tracer.SetSamplingRate(0);
        _tracer.SetSamplingRate("a", 1);
        Call("a", "b", "c", "d");
        Evict("b", "c", "d");
        Call("a");

        Assert.Equal(2, kept.Of("a").Count);
    }

    [Fact]
    public async Task Function_EvictedFromAllThreads_GivesItsBytesBack()
    {
        Call("b", "c", "d", FunctionTable.Other);
        Tick();
        var before = _tracer.Slabs.Budget.Used;
        using var stop = new ManualResetEventSlim();
        var other = OnNewThread.Run(() =>
        {
            Call("a");
            stop.Wait(TestContext.Current.CancellationToken);
        });
        while (TracerReading.Of(_tracer).Calls("a") == 0)
            await Task.Yield();

        Evict("b", "c", "d");
        stop.Set();
        await other;
        Tick();

        Assert.Equal(before, _tracer.Slabs.Budget.Used);
    }

    private void Evict(params string[] survivors)
    {
        for (var i = 0; i < FunctionEviction.Grace + 3 && !_tracer.Functions.All.Contains(null); i++)
        {
            Call([.. survivors, "refused"]);
            Tick();
        }

        Assert.True(_tracer.Functions.All.Contains(null));
    }

    private void Tick(int times = 1)
    {
        for (var i = 0; i < times; i++)
            TracerReading.Of(_tracer);
    }

    private void Call(params string[] names)
    {
        foreach (var name in names)
            _tracer.Trace(name, () => { });
    }
}
