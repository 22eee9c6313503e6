using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>What becomes of a history on disk over hours, days, restarts and months.</summary>
public sealed class DiskHistoryTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TemporaryDirectory _directory = new();
    private readonly List<StoreStory> _stories = [];

    [Fact]
    public async Task History_survives_a_restart_bit_for_bit()
    {
        var app = await OpenAsync();
        await app.LiveAsync(2.5 * Hour);
        await app.RestartAsync();
        await app.AllIsThereAsync();

        await app.LiveAsync(Hour);
        await app.RestartAsync();
        await app.RestartAsync(); // a start without a tick changes nothing

        await app.AllIsThereAsync();
        Assert.Equal((null, 0L), (app.Store.Status.Problem, app.Store.Status.Damaged));
        Assert.All(app.Kept, kept => Assert.Equal(AppendOutcome.Written, kept.Outcome));
    }

    [Fact]
    public async Task An_hour_becomes_a_segment_and_its_log_goes()
    {
        var app = await OpenAsync();
        await app.LiveAsync(Hour + HeadSet.Grace);
        await app.Store.MaintainAsync();

        Assert.Single(_directory.Files("raw"));
        Assert.Single(_directory.Files("minute"));
        Assert.Equal(2, _directory.Files("wal").Length); // the ticks since the full hour are in both
        await app.LiveAsync(Hour);

        Assert.Equal(2, _directory.Files("raw").Length);
        Assert.Equal(2, _directory.Files("wal").Length);
    }

    [Fact]
    public async Task An_app_that_crashes_and_starts_all_day_leaves_no_files_behind()
    {
        var app = await OpenAsync();
        for (var start = 0; start < 50; start++)
        {
            await app.Store.DisposeAsync();
            app.Ticks.Restart();
            await app.OpenAsync(ticksBefore: 2); // the first ticks come while the directory is being opened
        }

        Assert.Equal(100, app.Kept.Count);
        Assert.Empty(_directory.Files("raw"));
        await app.RestartAsync();
        await app.AllIsThereAsync();
    }

    [Fact]
    public async Task Every_zoom_tells_the_same_story()
    {
        var app = await OpenAsync();
        await app.LiveAsync(9 * Hour);
        await app.RestartAsync();
        await app.LiveAsync((1.5 * Day) + TimeSpan.FromMinutes(7));
        await app.Store.MaintainAsync();

        foreach (var step in new[] { TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), Hour, 6 * Hour, Day })
        {
            var levels = await app.LevelsAsync(step);
            var expected = app.Kept.GroupBy(kept => RowWindows.End(kept.Time, step)).Select(window =>
                (window.Key, window.Count(), window.Last().Value, window.Min(kept => kept.Value), window.Max(kept => kept.Value)));
            Assert.Equal(expected, levels.Select(window => (window.End, window.Count, window.Last, window.Min, window.Max)));
            Assert.All(levels.Zip(app.Kept.GroupBy(kept => RowWindows.End(kept.Time, step))), pair =>
                Assert.Equal(pair.Second.Sum(kept => kept.Value), pair.First.Sum, 1e-6));

            // The first window is where the counter's story begins; the restart set it back to zero.
            var jobs = await app.LevelsAsync(step, TickScript.Jobs);
            Assert.Equal(3 * (app.Kept.Count - jobs[0].Count - (step < 12 * Hour ? 1 : 0)), jobs.Skip(1).Sum(window => window.Increase), 1e-6);
        }
    }

    [Fact]
    public async Task A_day_of_minutes_is_merged_and_gets_its_hours()
    {
        var app = await OpenAsync();
        await app.LiveAsync(1.5 * Day);
        await app.Store.MaintainAsync();

        var hours = Assert.Single(_directory.Files("hour"));
        var minutes = _directory.Files("minute");
        Assert.Equal(Path.GetFileName(hours).Split('-')[1], Path.GetFileName(minutes[0]).Split('-')[1]);
        Assert.Equal(1 + 23, minutes.Length); // the first day, and the hours of the second but the last, which is still open
        Assert.Equal(36, (await app.LevelsAsync(Hour)).Length);
    }

    [Fact]
    public async Task Where_ticks_are_no_longer_kept_minutes_stand_in_for_them()
    {
        var app = await OpenAsync(Settings() with { RawRetention = 6 * Hour });
        await app.LiveAsync(Day);
        await app.Store.MaintainAsync();

        var levels = await app.LevelsAsync();

        var recent = levels.Where(window => window.Count == 1).ToList();
        Assert.InRange(recent.Count, 5 * 240, 7 * 240);
        Assert.Equal(app.Kept.Count, levels.Sum(window => window.Count));
        Assert.Equal(app.Kept.Sum(kept => kept.Value), levels.Sum(window => window.Sum), 1e-6);
        var jobs = await app.LevelsAsync(default, TickScript.Jobs);
        Assert.Equal(3 * (app.Kept.Count - jobs[0].Count), jobs.Skip(1).Sum(window => window.Increase), 1e-6);
    }

    [Fact]
    public async Task Every_tier_leaves_in_its_own_time()
    {
        var app = await OpenAsync(Settings() with { RawRetention = 3 * Hour, MinuteRetention = 2 * Day, HourRetention = 4 * Day }, TimeSpan.FromMinutes(1));
        await app.LiveAsync(6 * Day);
        await app.Store.MaintainAsync();

        Assert.InRange(_directory.Files("raw").Length, 2, 3);
        Assert.InRange(app.Store.Status.Tiers[1].Oldest!.Value, app.Ticks.Now - (3 * Day) - Hour, app.Ticks.Now - (2 * Day));
        Assert.InRange((await app.LevelsAsync(Hour)).Length, 4 * 24, 5 * 24);
    }

    [Fact]
    public async Task A_month_of_hours_becomes_one_file()
    {
        var app = await OpenAsync(Settings(), TimeSpan.FromMinutes(20));
        await app.LiveAsync(25 * Day); // from 20 November to 15 December
        await app.Store.MaintainAsync();

        Assert.Equal(1 + 14, _directory.Files("hour").Length);
        Assert.Equal(app.Kept.Count, (await app.LevelsAsync(Hour)).Sum(window => window.Count));
    }

    [Fact]
    public async Task The_byte_cap_holds_and_the_store_still_reaches_back()
    {
        var app = await OpenAsync(Settings() with { DiskCapacity = 100_000 });
        await app.LiveAsync(8 * Day);
        await app.Store.MaintainAsync();

        var onDisk = new[] { "raw", "minute", "hour", "wal" }.SelectMany(room => _directory.Files(room)).Sum(file => new FileInfo(file).Length);
        Assert.InRange(onDisk, 20_000, 100_000);
        Assert.True(app.Store.Status.Tiers[1].Oldest < app.Store.Status.Tiers[0].Oldest);
        Assert.True(app.Store.Status.Tiers[2].Oldest < app.Store.Status.Tiers[1].Oldest);
    }

    [Fact]
    public async Task A_backlog_that_comes_late_takes_its_place_and_counts_nothing_twice()
    {
        var agent = new StreamId("agent");
        var app = await OpenAsync();
        var ticks = new TickScript(TickScript.Noon, TimeSpan.FromMinutes(1));
        var all = Enumerable.Range(1, 24 * 60).Select(i => ticks.Next((TickScript.Level, i), (TickScript.Jobs, i * 2))).ToList();
        app.Time.Advance(Day);
        foreach (var live in all.TakeLast(10)) // what is new first, what was missed afterwards
            await app.Store.AppendAsync(agent, live);

        foreach (var late in all.SkipLast(10))
            Assert.Equal(AppendOutcome.Written, (await app.Store.AppendAsync(agent, late)).Outcome);

        foreach (var step in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(1), Hour })
        {
            await CheckAsync(step);
            app.Time.Advance(2 * Hour);
            await app.Store.MaintainAsync();
            await CheckAsync(step);
        }

        app.Time.Advance(Day);
        await app.Store.MaintainAsync();
        Assert.NotEmpty(_directory.Files("hour"));
        await app.RestartAsync();
        await CheckAsync(Hour);
        Assert.Equal(AppendOutcome.Duplicate, (await app.Store.AppendAsync(agent, all[700])).Outcome);

        async Task CheckAsync(TimeSpan step)
        {
            var range = new TimeRange(TickScript.Noon - Day, TickScript.Noon + (2 * Day));
            var jobs = await app.Store.ReadAsync(new(agent, new(TickScript.Jobs.Name), range, step)).SingleAsync();
            Assert.Equal(24 * 60, jobs.Windows.Sum(window => window.Count));
            Assert.Equal(2 * ((24 * 60) - jobs.Windows[0].Count), jobs.Windows.Skip(1).Sum(window => window.Increase)); // the story begins in the first
        }
    }

    [Fact]
    public async Task A_clock_set_back_for_hours_loses_nothing()
    {
        var app = await OpenAsync();
        await app.LiveAsync(3 * Hour);
        app.Time.Advance(-2.5 * Hour);
        app.Ticks.SetClock(app.Time.GetUtcNow());
        var before = app.Kept.Count;
        await app.LiveAsync(20 * TimeSpan.FromMinutes(1));

        Assert.Equal(before + 80, app.Kept.Count);
        await CheckAsync();
        await app.RestartAsync();
        await CheckAsync();

        async Task CheckAsync()
        {
            app.Time.Advance(3 * Hour);
            var levels = await app.LevelsAsync();
            Assert.Equal(app.Kept.Count, levels.Sum(window => window.Count)); // two ticks of one time are one window
            Assert.Equal(app.Kept.Sum(kept => kept.Value), levels.Sum(window => window.Sum), 1e-6);
        }
    }

    [Fact]
    public async Task A_tag_value_for_every_deployment_does_not_fill_the_memory()
    {
        var app = await OpenAsync();
        for (var hour = 0; hour < 12; hour++)
        {
            for (var minute = 0; minute < 60; minute++)
            {
                app.Time.Advance(TimeSpan.FromMinutes(1));
                await app.Store.AppendAsync(StreamId.Local, app.Ticks.SetClock(app.Time.GetUtcNow().AddSeconds(-15)).Next(b =>
                {
                    for (var i = 0; i < 100; i++)
                        b.Add(TickScript.Key(TickScript.Level, ("deploy", $"{hour}-{i}")), minute);
                }));
            }
        }

        Assert.InRange(app.Store.Status.LiveSeries, 100, 300);
        var range = new TimeRange(TickScript.Noon, TickScript.Noon + Day);
        var series = await app.Store.ReadAsync(new(StreamId.Local, new(TickScript.Level.Name), range, Hour)).ToListAsync();
        Assert.Equal(1200, series.Count);
        Assert.All(series, one => Assert.Equal(60, one.Windows.Sum(window => window.Count)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var story in _stories)
            await story.DisposeAsync();

        _directory.Dispose();
    }

    private StoreSettings Settings() => new() { Directory = _directory.Root };

    private async Task<StoreStory> OpenAsync(StoreSettings? settings = null, TimeSpan? interval = null)
    {
        var story = new StoreStory(settings ?? Settings(), interval: interval);
        _stories.Add(story);
        return await story.OpenAsync();
    }
}
