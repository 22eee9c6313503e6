using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

/// <summary>The odd moments of a store's life: clocks that jump, an end without a home, defects of the program.</summary>
public sealed class StoreLifeTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly StoreSettings Settings = new() { Directory = "/data/monigo" };

    private readonly CrashFiles _machine = new(1);
    private readonly FaultyFiles _files;
    private readonly List<StoreStory> _stories = [];

    public StoreLifeTests() => _files = new(_machine);

    [Fact]
    public async Task Dispose_DirectoryFreeAtLast_BringsHomeWhatWasInMemory()
    {
        var app = await OpenAsync();
        await app.LiveAsync(0.5 * Hour);
        _files.Failing = FileOperations.Writes;
        await app.LiveAsync(3 * Hour);
        await app.Store.MaintainAsync();
        _files.Failing = FileOperations.None;

        await app.RestartAsync();

        await app.AllIsThereAsync();
        Assert.Contains(app.Kept, kept => kept.Outcome == AppendOutcome.Volatile);
    }

    [Fact]
    public async Task Append_AfterDispose_NeitherThrowsNorWaits()
    {
        var app = await OpenAsync(Settings with { HeadCapacity = 1 });
        await app.LiveAsync(0.1 * Hour);
        await app.Store.DisposeAsync();

        var result = await app.TickAsync().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await app.Store.MaintainAsync().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(AppendOutcome.Volatile, result.Outcome);
    }

    [Fact]
    public async Task Clock_SetBackAYearInTrouble_TheDirectoryIsTriedAgainAllTheSame()
    {
        var app = await OpenAsync();
        _files.Failing = FileOperations.Append;
        await app.TickAsync();
        _files.Failing = FileOperations.None;
        app.Time.Advance(TimeSpan.FromDays(-365));
        app.Ticks.SetClock(app.Time.GetUtcNow());

        app.Time.Advance(StoreHome.RetryInterval);
        await app.Store.MaintainAsync();

        Assert.Equal("disk", app.Store.Status.Kind);
    }

    [Theory]
    [InlineData(-365)]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Clock_Jumps_OldLogsStillGoAndNothingIsLost(int days)
    {
        var app = await OpenAsync(Settings with { RawRetention = TimeSpan.FromDays(500), MinuteRetention = TimeSpan.FromDays(600) });
        await app.LiveAsync(1.5 * Hour);
        app.Time.Advance(TimeSpan.FromDays(days));
        app.Ticks.SetClock(app.Time.GetUtcNow());
        await app.LiveAsync(5 * Hour);
        await app.Store.MaintainAsync();

        Assert.InRange(_machine.List("/data/monigo/wal").Count, 1, 2);
        app.Time.Advance(TimeSpan.FromDays(400));
        Assert.Equal(app.Kept.Count, (await app.LevelsAsync(Hour)).Sum(window => window.Count));
    }

    [Fact]
    public async Task Start_DefectOfTheProgram_TheHostStartsAllTheSame()
    {
        _files.Failing = FileOperations.List;
        _files.Failure = () => new InvalidOperationException("a defect");
        await using var store = new SampleStore(Settings, _files, new FakeTime(Noon));

        await store.StartAsync();

        Assert.Contains("a defect", store.Status.Problem, StringComparison.Ordinal);
        Assert.Equal(AppendOutcome.Volatile, (await store.AppendAsync(StreamId.Local, new TickScript(Noon).Next((Level, 1)))).Outcome);
    }

    [Fact]
    public async Task Seal_DefectOfTheProgram_CostsThatHourAndNotTheMemory()
    {
        var app = await OpenAsync();
        await app.LiveAsync(0.9 * Hour);
        var lost = app.Kept.Count(kept => kept.Time <= Noon + Hour);
        _files.Failure = () => new InvalidOperationException("a defect");
        _files.Where = path => path.Contains("/raw/20261120T12", StringComparison.Ordinal);
        _files.Failing = FileOperations.Create;
        await app.LiveAsync(3 * Hour);
        await app.Store.MaintainAsync();

        Assert.Equal((null, 1L), (app.Store.Status.Problem, app.Store.Status.Damaged));
        Assert.Single(app.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.InRange((await app.LevelsAsync()).Length, app.Kept.Count - 240, app.Kept.Count - lost);
        Assert.InRange(_machine.List("/data/monigo/wal").Count, 1, 2);
        Assert.NotEmpty(_machine.List("/data/monigo/aside")); // its log, for people
    }

    [Fact]
    public async Task Second_process_whose_numbers_mean_nothing_loses_no_late_hour_when_it_takes_over()
    {
        var first = await OpenAsync();
        await first.LiveAsync(11.9 * Hour);
        var second = new StoreStory(Settings, _files);
        _stories.Add(second);
        second.Ticks.Restart().SetClock(first.Time.GetUtcNow());
        second.Time.Advance(first.Time.GetUtcNow() - Noon);
        await second.OpenAsync();
        await second.LiveAsync(0.4 * Hour); // past midnight: its first hour, of yesterday, is sealed in memory
        first.Time.Advance(0.5 * Hour);
        await first.Store.MaintainAsync(); // merges yesterday
        await first.Store.DisposeAsync();

        second.Time.Advance(StoreHome.RetryInterval);
        await second.Store.MaintainAsync();

        Assert.Equal("disk", second.Store.Status.Kind);
        foreach (var step in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(1), Hour })
            Assert.Equal(first.Kept.Count + second.Kept.Count, (await second.LevelsAsync(step)).Sum(window => window.Count));
    }

    [Fact]
    public async Task Merge_DamagedPiece_IsKeptForPeople()
    {
        var app = await OpenAsync();
        await app.LiveAsync(12 * Hour);
        app.Time.Advance(0.1 * Hour);
        await app.Store.MaintainAsync(); // all is sealed, and the merge is not due yet
        var skip = 1;
        _files.Where = path => path.Contains("/minute/", StringComparison.Ordinal) && Interlocked.Decrement(ref skip) == 0;
        _files.Failing = FileOperations.Read;
        app.Time.Advance(0.5 * Hour);

        await app.Store.MaintainAsync();

        Assert.Single(_machine.List("/data/monigo/minute"), name => name.StartsWith("20261120", StringComparison.Ordinal)); // the day
        Assert.Single(_machine.List("/data/monigo/aside"));
    }

    [Fact]
    public async Task Streams_that_are_long_gone_are_forgotten()
    {
        var state = new StoreState();
        for (var i = 0; i < 100; i++)
            state.SeenOf_NeedsLock(new($"pod-{i}"), Noon.AddHours(i)).Add(1, 1);

        state.Forget(Noon.AddHours(89));

        Assert.Equal(10, state.SeenStreams);
        Assert.True(state.SeenOf_NeedsLock(new("pod-95"), Noon).Contains(1, 1));
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(long.MaxValue / TimeSpan.TicksPerSecond)]
    public async Task Read_WeirdRanges_AreAnswered(long seconds)
    {
        var app = await OpenAsync();
        await app.LiveAsync(13 * Hour);
        await app.Store.MaintainAsync();
        DateTimeOffset[] moments = [DateTimeOffset.MinValue, Noon, Noon.AddDays(-900), app.Time.GetUtcNow(), DateTimeOffset.MaxValue];
        foreach (var (start, end) in from start in moments from end in moments select (start, end))
        {
            var query = new SampleQuery(StreamId.Local, new(Level.Name), new(start, end), TimeSpan.FromSeconds(seconds));
            var series = await app.Store.ReadAsync(query).ToListAsync();
            Assert.Equal(start <= Noon && end >= app.Time.GetUtcNow() ? app.Kept.Count : 0, series.Sum(one => one.Windows.Sum(window => window.Count)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _files.Failing = FileOperations.None;
        foreach (var story in _stories)
            await story.DisposeAsync();
    }

    private async Task<StoreStory> OpenAsync(StoreSettings? settings = null)
    {
        var story = new StoreStory(settings ?? Settings, _files);
        _stories.Add(story);
        return await story.OpenAsync();
    }
}
