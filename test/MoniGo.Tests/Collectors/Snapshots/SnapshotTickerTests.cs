using Microsoft.Extensions.Logging;
using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class SnapshotTickerTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly SeriesKey Gauge = new(new InstrumentInfo("test.gauge", InstrumentKind.Gauge));

    private readonly FakeTime _time = new(Ticks.Start.AddSeconds(2));
    private readonly RecordingLogger<SnapshotTicker> _log = new();

    [Fact]
    public void Tick_AlignsItsTimeDownToTheGrid()
    {
        using var ticker = Make();

        var snapshot = ticker.Tick();

        Assert.Equal((Ticks.Start, 1, 7), (snapshot.Time, snapshot.Sequence, snapshot.Epoch));
        Assert.Same(Ticks.Resource, snapshot.Resource);
    }

    [Fact]
    public void Tick_AgainInTheSameSlot_CarriesTheClocksTimeAndThenReturnsToTheGrid()
    {
        using var ticker = Make();
        ticker.Tick();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Ticks.Start.AddSeconds(3), ticker.Tick().Time);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(Ticks.Start.AddSeconds(5), ticker.Tick().Time);
    }

    [Fact]
    public void Tick_WhileTheClockStandsOrStepsBack_KeepsTimeAndSequenceRising()
    {
        using var ticker = Make();
        var times = new List<DateTimeOffset> { ticker.Tick().Time, ticker.Tick().Time };
        times.Add(ticker.Tick().Time);
        _time.Advance(TimeSpan.FromSeconds(-3600));
        times.Add(ticker.Tick().Time);
        times.Add(ticker.Tick().Time);

        Assert.Equal(times.Distinct().Order(), times);
        Assert.Equal(5, ticker.Latest!.Sequence);
    }

    [Fact]
    public void Feed_HoldsTheLatestTwo()
    {
        using var ticker = Make();
        Assert.Null(ticker.Latest);
        var first = ticker.Tick();
        Assert.Same(first, ticker.Latest);
        Assert.Null(ticker.Previous);
        var second = ticker.Tick();

        Assert.Same(second, ticker.Latest);
        Assert.Same(first, ticker.Previous);
    }

    [Fact]
    public async Task RunAsync_TicksOnTheGridWithoutDrift()
    {
        using var ticker = Make();
        using var stop = new CancellationTokenSource();
        using var subscription = ticker.Subscribe(10);
        var running = ticker.RunAsync(stop.Token);
        var times = new List<TimeSpan>();
        foreach (var step in new[] { 3.0, 5, 5 })
        {
            _time.Advance(TimeSpan.FromSeconds(step));
            times.Add((await NextAsync(subscription)).Time - Ticks.Start);
        }

        await stop.CancelAsync();
        await running;
        Assert.Equal([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15)], times);
    }

    [Fact]
    public async Task RunAsync_AfterALateTick_SkipsInsteadOfMakingUp()
    {
        var slow = true;
        using var ticker = Make(new DelegateSource(_ =>
        {
            if (slow)
                _time.Advance(TimeSpan.FromSeconds(17));

            slow = false;
        }));
        using var stop = new CancellationTokenSource();
        using var subscription = ticker.Subscribe(10);
        var running = ticker.RunAsync(stop.Token);

        _time.Advance(TimeSpan.FromSeconds(3)); // ticks at 5, which takes until 22
        var first = await NextAsync(subscription);
        _time.Advance(TimeSpan.FromSeconds(3));
        var second = await NextAsync(subscription);

        await stop.CancelAsync();
        await running;
        Assert.Equal((Ticks.Start.AddSeconds(5), Ticks.Start.AddSeconds(25)), (first.Time, second.Time));
        Assert.Equal(2, second.Sequence);
        Assert.Equal(3, second.Value("monigo.dropped", ("reason", "skipped_tick")));
    }

    [Fact]
    public void Source_ThatThrows_LosesOnlyItsOwnSamples_AndIsLoggedOnceUntilItRecovers()
    {
        var broken = true;
        using var ticker = Make(
            new DelegateSource(_ =>
            {
                if (broken)
                    throw new InvalidOperationException("no");
            }),
            new DelegateSource(builder => builder.Add(Gauge, 1)));
        ticker.Tick();
        var second = ticker.Tick();
        Assert.Equal(1, second.Value("test.gauge"));
        Assert.Equal(2, second.Find("monigo.source.failures")!.Samples.Sum(sample => sample.Value));
        Assert.Single(_log.Entries);

        broken = false;
        ticker.Tick();
        broken = true;
        ticker.Tick();

        Assert.Equal([LogLevel.Warning, LogLevel.Information, LogLevel.Warning], _log.Entries.Select(entry => entry.Level));
    }

    [Fact]
    public void Tick_PublishesItsOwnCost()
    {
        using var ticker = Make(new DelegateSource(builder =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(20));
            builder.Add(Gauge, GC.AllocateUninitializedArray<byte>(1000).Length);
            builder.Add(Gauge, double.NaN);
        }));
        ticker.Tick();
        var snapshot = ticker.Tick();

        Assert.Equal(0.02, snapshot.Value(OwnInstruments.TickDuration));
        Assert.InRange(snapshot.Value(OwnInstruments.TickAllocated)!.Value, 1000, 1_000_000);
        Assert.Equal(snapshot.Families.Sum(family => family.Samples.Length), snapshot.Value(OwnInstruments.SeriesCount));
        Assert.Equal(2, snapshot.Value(OwnInstruments.Dropped, ("reason", "refused")));
    }

    [Fact]
    public async Task A_slow_subscriber_loses_the_oldest_ticks_and_knows_it()
    {
        var ticker = Make();
        var subscription = ticker.Subscribe(2);
        for (var i = 0; i < 5; i++)
            ticker.Tick();

        Assert.Equal(3, subscription.Missed);
        Assert.Equal(3, ticker.Tick().Value("monigo.dropped", ("reason", "slow_reader")));
        ticker.Dispose();
        var seen = new List<long>();
        await foreach (var snapshot in subscription.ReadAllAsync())
            seen.Add(snapshot.Sequence);

        Assert.Equal([5, 6], seen);
    }

    [Fact]
    public async Task Subscriptions_end_with_the_feed_and_later_ones_are_already_over()
    {
        var ticker = Make();
        var early = ticker.Subscribe(1);
        ticker.Dispose();
        var late = ticker.Subscribe(1);

        Assert.False(await early.ReadAllAsync().GetAsyncEnumerator().MoveNextAsync());
        Assert.False(await late.ReadAllAsync().GetAsyncEnumerator().MoveNextAsync());
        Assert.Throws<ArgumentOutOfRangeException>(() => ticker.Subscribe(0));
    }

    [Fact]
    public void Subscription_Disposed_NoLongerMisses()
    {
        using var ticker = Make();
        var subscription = ticker.Subscribe(1);
        ticker.Tick();
        ticker.Tick();
        subscription.Dispose();
        ticker.Tick();

        Assert.Equal(1, subscription.Missed);
        Assert.Equal(1, ticker.Tick().Value("monigo.dropped", ("reason", "slow_reader")));
    }

    private SnapshotTicker Make(params ISnapshotSource[] sources) =>
        new(sources, Ticks.Resource, _time, Interval, _log, epoch: 7);

    private static async Task<Snapshot> NextAsync(ISnapshotSubscription subscription)
    {
        await foreach (var snapshot in subscription.ReadAllAsync())
            return snapshot;

        throw new InvalidOperationException("The feed ended.");
    }
}
