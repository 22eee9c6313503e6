using MoniGo.Tracing;
using MoniGo.Weaving;

namespace MoniGo.Tests;

/// <summary>The run time of woven calls; what the generator makes of it is tested in its own folder.</summary>
public sealed class WovenFunctionTests
{
    private static readonly WovenFunction Woven = new("woven");

    [Fact]
    public async Task Begin_AmongSeveralTracers_CountsInThatOfItsFlow()
    {
        using var one = new FunctionTracer();
        using var other = new FunctionTracer();
        await Task.WhenAll(CallInAsync(one, 3), CallInAsync(other, 5));

        Assert.Equal(3, TracerReading.Of(one).Calls("woven"));
        Assert.Equal(5, TracerReading.Of(other).Calls("woven"));
    }

    [Fact]
    public async Task Begin_AmongSeveralTracersOutsideOfAnyFlow_TimesNothingAndRunsTheCall()
    {
        using var one = new FunctionTracer();
        using var other = new FunctionTracer();

        Assert.Equal(7, Call(() => 7));
        Assert.Equal(8, await Woven.Begin().Follow(Task.FromResult(8)));
        Assert.Equal(9, await Woven.Begin().Follow(new ValueTask<int>(9)));
        Assert.Equal(0, TracerReading.Of(one).Calls("woven"));
    }

    [Fact]
    public async Task Follow_EveryKindOfTask_EndsWithIt()
    {
        using var tracer = new FunctionTracer();
        using var other = new FunctionTracer();
        await InFlowOf(tracer, async () =>
        {
            await Woven.Begin().Follow(SuspendAsync());
            Assert.Equal(1, await Woven.Begin().Follow(OneAsync()));
            await Woven.Begin().Follow(new ValueTask(SuspendAsync()));
            Assert.Equal(1, await Woven.Begin().Follow(new ValueTask<int>(OneAsync())));
        });

        Assert.Equal(4, TracerReading.Of(tracer).Calls("woven"));
        Assert.Equal(0, TracerReading.Of(tracer).Active("woven"));
    }

    [Fact]
    public async Task Fail_CountsTheExceptionAndLetsTheFilterPass()
    {
        using var tracer = new FunctionTracer();
        using var other = new FunctionTracer();
        await InFlowOf(tracer, () =>
        {
            Assert.Throws<FormatException>(() => Call(int () => throw new FormatException()));
            Assert.Throws<FormatException>(() => { _ = CallAsync(Task () => throw new FormatException()); });
            return Task.CompletedTask;
        });

        Assert.Equal(2, TracerReading.Of(tracer).Calls("woven"));
        Assert.Equal(2, TracerReading.Of(tracer).Errors<FormatException>("woven"));
    }

    [Fact]
    public async Task Begin_AfterTheFirstCall_AllocatesNothing()
    {
        using var tracer = new FunctionTracer();
        using var other = new FunctionTracer();
        await InFlowOf(tracer, () =>
        {
            Repeat(1_000);
            var cell = tracer.Functions.Find("woven").CellIn(ThreadSlab.Of(tracer));
            for (var nanoseconds = 1L; nanoseconds < 100_000_000_000; nanoseconds *= 2)
                cell.TryEnd(nanoseconds, 0, 0, 0, 1e-9);

            var before = GC.GetAllocatedBytesForCurrentThread();
            Repeat(100);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            return Task.CompletedTask;
        });
    }

    private static void Repeat(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Call(static () => 1);
            AssertDone(Woven.Begin().Follow(ValueTask.CompletedTask));
        }
    }

    private static void AssertDone(ValueTask task) => Assert.True(task.IsCompletedSuccessfully);

    private static int Call(Func<int> call)
    {
        var running = Woven.Begin();
        try
        {
            return call();
        }
        catch (Exception exception) when (running.Fail(exception))
        {
            throw;
        }
        finally
        {
            running.End();
        }
    }

    private static Task CallAsync(Func<Task> call)
    {
        var running = Woven.Begin();
        Task task;
        try
        {
            task = call();
        }
        catch (Exception exception) when (running.FailAtOnce(exception))
        {
            throw;
        }

        return running.Follow(task);
    }

    private static Task CallInAsync(FunctionTracer tracer, int times) => InFlowOf(tracer, async () =>
    {
        for (var i = 0; i < times; i++)
        {
            await Task.Yield();
            Call(() => 1);
        }
    });

    private static async Task InFlowOf(FunctionTracer tracer, Func<Task> work)
    {
        AmbientTracer.Enter(tracer);
        await work();
    }

    private static async Task SuspendAsync() => await Task.Yield();

    private static async Task<int> OneAsync()
    {
        await Task.Yield();
        return 1;
    }
}
