using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A disk that cannot be used costs nothing but durability, says why, and is used again when it can be.</summary>
public sealed class DiskTroubleTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TemporaryDirectory _directory = new();
    private readonly List<StoreStory> _stories = [];

    [Fact]
    public async Task A_second_process_says_who_has_the_directory_and_runs_in_memory()
    {
        await OpenAsync();
        var second = await OpenAsync();

        await second.LiveAsync(1.2 * Hour);

        Assert.All(second.Kept, kept => Assert.Equal(AppendOutcome.Volatile, kept.Outcome));
        Assert.Equal("memory", second.Store.Status.Kind);
        Assert.Contains($"in use by process {Environment.ProcessId}", second.Store.Status.Problem, StringComparison.Ordinal);
        Assert.Single(second.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
        await second.AllIsThereAsync();
    }

    [Fact]
    public async Task A_second_process_takes_over_when_the_first_ends_and_loses_nothing()
    {
        var first = await OpenAsync();
        await first.LiveAsync(0.5 * Hour);
        var second = await OpenAsync();
        second.Ticks.Restart();
        await second.LiveAsync(2.2 * Hour);

        await first.Store.DisposeAsync();
        second.Time.Advance(StoreHome.RetryInterval);
        await second.Store.MaintainAsync();

        Assert.Equal((null, "disk"), (second.Store.Status.Problem, second.Store.Status.Kind));
        Assert.Contains(second.Logs.Lines, line => line.Contains("on disk again", StringComparison.Ordinal));
        await second.RestartAsync();
        var levels = await second.LevelsAsync();
        Assert.Equal(first.Kept.Count + second.Kept.Count, levels.Sum(window => window.Count));
        Assert.Equal(first.Kept.Count + second.Kept.Count, (await second.LevelsAsync(Hour)).Sum(window => window.Count));
    }

    [Fact]
    public async Task First_ticks_that_did_not_all_fit_into_the_log_are_written_once_there_is_room()
    {
        var disk = new FaultyFiles(new UnsyncedFiles()) { Budget = 600 };
        var app = new StoreStory(new() { Directory = _directory.Root }, disk);
        _stories.Add(app);
        await app.OpenAsync(ticksBefore: 40);
        Assert.NotNull(app.Store.Status.Problem);

        disk.Budget = long.MaxValue;
        app.Time.Advance(StoreHome.RetryInterval);
        await app.Store.MaintainAsync();
        Assert.Null(app.Store.Status.Problem);
        await app.RestartAsync();

        await app.AllIsThereAsync();
        Assert.Equal(0, app.Store.Status.Damaged);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_leaves_the_history_in_memory()
    {
        var file = Path.Combine(_directory.Root, "a-file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var app = await OpenAsync(new() { Directory = Path.Combine(file, "monigo") });

        await app.LiveAsync(1.2 * Hour);

        Assert.Contains("cannot be written", app.Store.Status.Problem, StringComparison.Ordinal);
        await app.AllIsThereAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var story in _stories)
            await story.DisposeAsync();

        _directory.Dispose();
    }

    private async Task<StoreStory> OpenAsync(StoreSettings? settings = null, IFileLayer? files = null)
    {
        var story = new StoreStory(settings ?? new() { Directory = _directory.Root }, files);
        _stories.Add(story);
        return await story.OpenAsync();
    }
}
