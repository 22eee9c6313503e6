using System.Diagnostics;
using System.Runtime.CompilerServices;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class TracedExceptionTests : IDisposable
{
    private readonly FunctionTracer _tracer = new();

    public void Dispose() => _tracer.Dispose();

    public static TheoryData<string, Func<IMoniGoTracer, Task>> Ways => new()
    {
        { "action", tracer => Now(() => tracer.Trace("f", () => Fail())) },
        { "action with state", tracer => Now(() => tracer.Trace("f", 1, _ => Fail())) },
        { "function", tracer => Now(() => tracer.Trace("f", int () => throw new FormatException("sour"))) },
        { "function with state", tracer => Now(() => tracer.Trace("f", 1, int (_) => throw new FormatException("sour"))) },
        { "task", tracer => tracer.TraceAsync("f", FailTask) },
        { "task with result", tracer => tracer.TraceAsync("f", async () => { await FailTask(); return 1; }) },
        { "task thrown at once", tracer => Now(() => tracer.TraceAsync("f", Task () => throw new FormatException("sour"))) },
        { "task of result thrown at once", tracer => Now(() => tracer.TraceAsync("f", Task<int> () => throw new FormatException("sour"))) },
        { "value task", tracer => tracer.TraceAsync("f", FailValueTask).AsTask() },
        { "value task with result", tracer => tracer.TraceAsync("f", ValueTask<int> () => new(Task.FromException<int>(new FormatException("sour")))).AsTask() },
        { "value task thrown at once", tracer => Now(() => tracer.TraceAsync("f", ValueTask () => throw new FormatException("sour")).AsTask()) },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Trace_CallThrows_CountsTheTypeOnceAndRethrowsTheSame(string way, Func<IMoniGoTracer, Task> call)
    {
        var thrown = await Assert.ThrowsAsync<FormatException>(() => call(_tracer));

        var reading = TracerReading.Of(_tracer);
        Assert.Equal("sour", thrown.Message);
        Assert.True(reading.Errors<FormatException>("f") == 1, way);
        Assert.Equal(1, reading.Calls("f"));
        Assert.Equal(0, reading.Active("f"));
    }

    [Fact]
    public void Trace_CallThrows_TheStackStillNamesTheThrower()
    {
        var thrown = Assert.Throws<FormatException>(() => _tracer.Trace("f", () => Fail()));

        Assert.Equal(nameof(Fail), new StackTrace(thrown).GetFrame(0)!.GetMethod()!.Name);
        Assert.DoesNotContain("End of stack trace", thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_CallThrows_OutsideFiltersRunBeforeTheStackIsUnwound()
    {
        var order = new List<string>();
        try
        {
            _tracer.Trace("f", () =>
            {
                try
                {
                    Fail();
                }
                finally
                {
                    order.Add("finally inside");
                }
            });
        }
        catch (FormatException) when (Note("filter outside"))
        {
            order.Add("catch outside");
        }

        Assert.Equal(["filter outside", "finally inside", "catch outside"], order);

        bool Note(string what)
        {
            order.Add(what);
            return true;
        }
    }

    [Fact]
    public async Task TraceAsync_Cancelled_StaysCancelledAndCountsAsItsType()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var task = _tracer.TraceAsync("f", async () => await Task.Delay(Timeout.Infinite, cancelled.Token));

        await Assert.ThrowsAsync<TaskCanceledException>(() => task);
        Assert.True(task.IsCanceled);
        Assert.Equal(1, TracerReading.Of(_tracer).Errors<TaskCanceledException>("f"));
    }

    [Fact]
    public void Scope_Fail_CountsTheExceptionAndLetsTheFilterPass()
    {
        var thrown = Assert.Throws<FormatException>(() =>
        {
            using var scope = _tracer.Start("f");
            try
            {
                Fail();
            }
            catch (Exception exception) when (scope.Fail(exception))
            {
                Assert.Fail("The filter must not catch.");
            }
        });

        Assert.Equal("sour", thrown.Message);
        Assert.Equal(1, TracerReading.Of(_tracer).Errors<FormatException>("f"));
        Assert.Equal(1, TracerReading.Of(_tracer).Calls("f"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail() => throw new FormatException("sour");

    private static async Task FailTask()
    {
        await Task.Yield();
        Fail();
    }

    private static async ValueTask FailValueTask()
    {
        await Task.Yield();
        Fail();
    }

    // What throws at once must do so under ThrowsAsync as well, without becoming a failed task on the way.
    private static Task Now(Action call)
    {
        call();
        return Task.CompletedTask;
    }

    private static Task Now(Func<Task> call) => call();
}
