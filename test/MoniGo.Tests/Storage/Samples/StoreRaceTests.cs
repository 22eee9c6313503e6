using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Appends, reads and upkeep at once, on real files, while retention and merges close segments under the readers.</summary>
public sealed class StoreRaceTests : IDisposable
{
    private const int Ticks = 3000;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly StreamId[] Streams = [StreamId.Local, new("left"), new("right")];

    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTime _time = new(TickScript.Noon);

    [Fact]
    public async Task Appends_reads_and_upkeep_at_once_lose_nothing_and_throw_nothing()
    {
        var settings = new StoreSettings { Directory = _directory.Root, SyncInterval = TimeSpan.Zero, RawRetention = TimeSpan.FromHours(6), HeadCapacity = 200_000 };
        await using var store = new SampleStore(settings, new UnsyncedFiles(), _time);
        await store.StartAsync();
        var ends = new long[Streams.Length];
        using var stop = new CancellationTokenSource();
        var others = new[] { KeepAsync(() => store.MaintainAsync(), stop.Token), ReadAsync(store, 0, ends, stop.Token), ReadAsync(store, 1, ends, stop.Token) };

        await Task.Run(() => WriteAsync(store, ends));
        await stop.CancelAsync();
        await Task.WhenAll(others);

        Assert.Equal((null, 0L, 0L), (store.Status.Problem, store.Status.Damaged, store.Status.WriteFailures));
        foreach (var stream in Streams)
            Assert.Equal(Ticks, await CountAsync(store, stream, TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Read_WhileItsSegmentsAreMergedAway_ShowsThemStill()
    {
        await using var store = new SampleStore(new() { Directory = _directory.Root }, new UnsyncedFiles(), _time);
        await store.MaintainAsync();
        var script = new TickScript(TickScript.Noon, Interval);
        for (var tick = 0; tick < 730; tick++) // past midnight, and the merge is due in some minutes
        {
            _time.Advance(Interval);
            await store.AppendAsync(StreamId.Local, script.Next(builder => Array.ForEach(["a", "b"], id => builder.Add(TickScript.Key(TickScript.Level, ("id", id)), tick))));
        }

        var range = new TimeRange(TickScript.Noon, RowWindows.End(_time.GetUtcNow(), Interval));
        await using var reading = store.ReadAsync(new(StreamId.Local, new(TickScript.Level.Name), range, Interval), TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reading.MoveNextAsync());
        _time.Advance(TimeSpan.FromMinutes(5));
        await store.MaintainAsync();
        Assert.Single(_directory.Files("minute"));

        Assert.True(await reading.MoveNextAsync());
        Assert.Equal(730, reading.Current.Windows.Sum(window => window.Count));
    }

    public void Dispose() => _directory.Dispose();

    private async Task WriteAsync(SampleStore store, long[] ends)
    {
        var scripts = Streams.Select(_ => new TickScript(TickScript.Noon, Interval)).ToArray();
        for (var tick = 0; tick < Ticks; tick++)
        {
            _time.Advance(Interval);
            for (var i = 0; i < Streams.Length; i++)
            {
                var result = await store.AppendAsync(Streams[i], scripts[i].Next((TickScript.Level, tick), (TickScript.Jobs, tick)));
                Assert.Equal(AppendOutcome.Durable, result.Outcome);
                Volatile.Write(ref ends[i], tick + 1);
            }
        }
    }

    private async Task ReadAsync(SampleStore store, int stream, long[] ends, CancellationToken stop) => await KeepAsync(
        async () =>
        {
            foreach (var step in new[] { TimeSpan.FromMinutes(1), TimeSpan.FromHours(1) })
            {
                var atLeast = Volatile.Read(ref ends[stream]);
                var count = await CountAsync(store, Streams[stream], step);
                Assert.InRange(count, atLeast, Volatile.Read(ref ends[stream]) + 1);
            }
        },
        stop);

    private static Task KeepAsync(Func<Task> work, CancellationToken stop) => Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
            await work();
    }, CancellationToken.None);

    private async Task<long> CountAsync(SampleStore store, StreamId stream, TimeSpan step)
    {
        var end = RowWindows.End(_time.GetUtcNow().AddHours(1), TimeSpan.FromHours(1));
        var series = await store.ReadAsync(new(stream, new(TickScript.Level.Name), new(TickScript.Noon, end), step)).ToListAsync();
        return series.Sum(one => one.Windows.Sum(window => (long)window.Count));
    }
}
