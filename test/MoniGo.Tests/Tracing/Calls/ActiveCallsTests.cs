using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class ActiveCallsTests : IDisposable
{
    private readonly TimestampClock _clock = new();
    private readonly FunctionTracer _tracer;
    private readonly ActiveCalls _active;

    public ActiveCallsTests()
    {
        _tracer = new FunctionTracer(_clock);
        _active = new ActiveCalls(_tracer, _clock);
    }

    public void Dispose() => _tracer.Dispose();

    [Fact]
    public async Task List_AllKindsOfCalls_OldestFirstWithTheirAge()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = _clock.GetUtcNow();
        var suspended = _tracer.TraceAsync("suspended", () => gate.Task);
        Wait(1);
        using (_tracer.Start("scope"))
        {
            Wait(2);
            _tracer.Trace("outer", () =>
            {
                Wait(4);
                _tracer.Trace("inner", () =>
                {
                    Wait(8);
                    var thread = Environment.CurrentManagedThreadId;
                    Assert.Equal(
                        [
                            new ActiveCall("suspended", begun, TimeSpan.FromSeconds(15), IsSuspended: true, null),
                            new ActiveCall("scope", begun.AddSeconds(1), TimeSpan.FromSeconds(14), IsSuspended: false, null),
                            new ActiveCall("outer", begun.AddSeconds(3), TimeSpan.FromSeconds(12), IsSuspended: false, thread),
                            new ActiveCall("inner", begun.AddSeconds(7), TimeSpan.FromSeconds(8), IsSuspended: false, thread),
                        ],
                        _active.List(10));
                    Assert.Equal(["suspended", "scope"], _active.List(2).Select(call => call.Function));
                    Assert.Equal(["inner"], _active.List(10, "inner").Select(call => call.Function));
                });
            });
        }

        gate.SetResult();
        await suspended;
        Assert.Empty(_active.List(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => _active.List(0));
    }

    [Fact]
    public async Task List_CallOnAnotherThread_IsSeen()
    {
        using var running = new SemaphoreSlim(0);
        using var seen = new ManualResetEventSlim();
        var other = OnNewThread.Run(() => _tracer.Trace("f", () =>
        {
            running.Release();
            seen.Wait(TestContext.Current.CancellationToken);
        }));

        await running.WaitAsync(TestContext.Current.CancellationToken);
        var call = Assert.Single(_active.List(10));
        seen.Set();
        await other;

        Assert.Equal("f", call.Function);
        Assert.NotEqual(Environment.CurrentManagedThreadId, call.ThreadId);
        Assert.Empty(_active.List(10));
    }

    [Fact]
    public void Scope_DisposedTwiceAsACopy_CountsOnce()
    {
        var scope = _tracer.Start("f");
        var copy = scope;
        scope.Dispose();
        var next = _tracer.Start("g");
        copy.Dispose();
        Assert.False(copy.Fail(new FormatException()));

        Assert.Equal("g", Assert.Single(_active.List(10)).Function);
        next.Dispose();
        var reading = TracerReading.Of(_tracer);
        Assert.Equal(1, reading.Calls("f"));
        Assert.Equal(1, reading.Calls("g"));
        Assert.Null(reading.Errors<FormatException>("g"));
        Assert.True(scope == copy);
        Assert.True(scope != next);
    }

    [Fact]
    public void List_MoreSuspendedCallsThanAreListed_CountsThemAll()
    {
        var scopes = Enumerable.Range(0, FlightDeck.MaxListed + 100).Select(_ => _tracer.Start("f")).ToArray();

        Assert.InRange(_active.List(int.MaxValue).Count, FlightDeck.MaxListed - 100, FlightDeck.MaxListed);
        Assert.Equal(scopes.Length, TracerReading.Of(_tracer).Active("f"));
        foreach (var scope in scopes)
            scope.Dispose();

        Assert.Equal(0, TracerReading.Of(_tracer).Active("f"));
        Assert.Equal(scopes.Length, TracerReading.Of(_tracer).Calls("f"));
        Assert.Empty(_active.List(int.MaxValue));
    }

    [Fact]
    public async Task Flights_OfThreadsThatDied_AreUsedAgain()
    {
        for (var i = 0; i < 50; i++)
        {
            await OnNewThread.Run(() => _tracer.Start("f").Dispose());
            TracerReading.Of(_tracer);
        }

        Assert.InRange(_tracer.Flights.ToArray().Length, 1, 32);
    }

    // Every call seen must be one that there is: a start that belongs to its function, or the reading was torn.
    [Fact]
    public async Task List_WhileThreadsCall_NeverMixesTwoCalls()
    {
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 2).Select(_ => OnNewThread.Run(() => CallUntil(stop.Token))).ToArray();
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 5_000; i++)
        {
            foreach (var call in _active.List(100))
                lengths[call.Function] = lengths.GetValueOrDefault(call.Function) + 1;
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Assert.All(lengths.Keys, name => Assert.Contains(name, (string[])["a", "b", "scope"]));
        Assert.Empty(_active.List(100));
    }

    private void CallUntil(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _tracer.Trace("a", () => _tracer.Trace("b", () => { }));
            _tracer.Start("scope").Dispose();
        }
    }

    private void Wait(int seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));
}
