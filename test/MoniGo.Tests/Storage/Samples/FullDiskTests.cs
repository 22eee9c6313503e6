using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A full or read-only disk: ticks are answered, memory is bounded, and what had no place moves in when there is one.</summary>
public sealed class FullDiskTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FaultyFiles _files;
    private readonly StoreStory _app;

    public FullDiskTests()
    {
        _files = new(new CrashFiles(1));
        _app = new(new() { Directory = "/data/monigo" }, _files, TimeSpan.FromMinutes(1));
    }

    public static TheoryData<int> Troubles =>
    [
        (int)FileOperations.Append,
        (int)FileOperations.Sync,
        (int)FileOperations.Create,
        (int)FileOperations.Rename,
        (int)FileOperations.SyncDirectory,
        (int)FileOperations.OpenRead,
        (int)FileOperations.Delete,
        (int)(FileOperations.Rename | FileOperations.Delete),
        (int)(FileOperations.SyncDirectory | FileOperations.Delete),
        (int)FileOperations.Writes,
    ];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_of_a_day_and_more_costs_nothing_once_it_is_over(int failing)
    {
        await _app.OpenAsync();
        await _app.LiveAsync(5.5 * Hour);
        _files.Failing = (FileOperations)failing;
        await MaintainedAsync(26 * Hour);
        await _app.AllIsThereAsync();
        Assert.True(_files.Failures > 0);

        await HealAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(3000)]
    [InlineData(20_000)]
    public async Task A_full_disk_is_told_once_and_used_again_when_there_is_room(long budget)
    {
        await _app.OpenAsync();
        await _app.LiveAsync(1.5 * Hour);
        _files.Budget = budget;
        await MaintainedAsync(30 * Hour);

        Assert.Contains("No space left", _app.Store.Status.Problem, StringComparison.Ordinal);
        Assert.Equal(AppendOutcome.Volatile, _app.Kept[^1].Outcome);
        Assert.InRange(_app.Logs.Lines.Count(line => line.StartsWith("Warning", StringComparison.Ordinal)), 1, 3);
        await _app.AllIsThereAsync();

        await HealAsync();
    }

    [Fact]
    public async Task Trouble_that_comes_and_goes_at_any_moment_loses_nothing_and_counts_nothing_twice()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        await _app.OpenAsync();
        for (var round = 0; round < 60; round++)
        {
            _files.Failing = random.Next(2) == 0 ? FileOperations.None : (FileOperations)(random.Next(2048) & (int)FileOperations.Writes);
            var skip = random.Next(20);
            _files.Where = _ => Interlocked.Decrement(ref skip) < 0;
            _files.Failure = random.Next(2) == 0 ? FaultyFiles.NoSpace : FaultyFiles.Denied;
            await MaintainedAsync(random.Next(1, 90) * TimeSpan.FromMinutes(1));
        }

        try
        {
            await HealAsync();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Failed with seed {seed}.", failure);
        }
    }

    [Fact]
    public async Task Days_on_a_read_only_directory_stay_within_the_memory()
    {
        _files.Failing = FileOperations.Writes;
        _files.Failure = FaultyFiles.Denied;
        var settings = new StoreSettings { Directory = "/data/monigo", MemoryCapacity = 256 * 1024 };
        await using var app = new StoreStory(settings, _files, TimeSpan.FromSeconds(15));
        await app.OpenAsync();
        await app.LiveAsync(5 * TimeSpan.FromDays(1));
        await app.Store.MaintainAsync();

        Assert.InRange(app.Store.Status.Bytes, 1, 256 * 1024);
        Assert.Contains("denied", app.Store.Status.Problem, StringComparison.Ordinal);
        Assert.Single(app.Logs.Lines);
    }

    [Fact]
    public async Task Start_FullDisk_StillReadsTheHistory()
    {
        await _app.OpenAsync();
        await _app.LiveAsync(2.5 * Hour);
        _files.Budget = 0;

        await _app.RestartAsync();

        Assert.Equal("memory", _app.Store.Status.Kind);
        await _app.AllIsThereAsync();
        await MaintainedAsync(3 * Hour);
        await HealAsync();
    }

    [Theory]
    [InlineData((int)FileOperations.List)]
    [InlineData((int)FileOperations.OpenRead)]
    [InlineData((int)FileOperations.Read)]
    [InlineData((int)FileOperations.Rename)]
    public async Task Start_TroubleWhileLoading_DeletesNothing(int failing)
    {
        await _app.OpenAsync();
        await _app.LiveAsync(26.5 * Hour);
        await _app.Store.DisposeAsync();
        var skip = 7;
        _files.Where = _ => Interlocked.Decrement(ref skip) < 0;
        _files.Failing = (FileOperations)failing;
        _app.Ticks.Restart();
        await _app.OpenAsync();
        _app.Time.Advance(StoreHome.RetryInterval);
        await _app.Store.MaintainAsync();
        await _app.Store.DisposeAsync();

        _files.Failing = FileOperations.None;
        _app.Ticks.Restart();
        await _app.OpenAsync();

        await CheckAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app.Store is not null)
            await _app.DisposeAsync();
    }

    private async Task MaintainedAsync(TimeSpan duration)
    {
        for (var left = duration; left > TimeSpan.Zero; left -= TimeSpan.FromMinutes(10))
        {
            await _app.LiveAsync(left < TimeSpan.FromMinutes(10) ? left : TimeSpan.FromMinutes(10));
            await _app.Store.MaintainAsync();
        }
    }

    private async Task HealAsync()
    {
        (_files.Failing, _files.Budget) = (FileOperations.None, long.MaxValue);
        _app.Time.Advance(StoreHome.RetryInterval);
        await _app.Store.MaintainAsync();

        Assert.Equal((null, "disk", 0L), (_app.Store.Status.Problem, _app.Store.Status.Kind, _app.Store.Status.Damaged));
        Assert.Equal(AppendOutcome.Written, (await _app.TickAsync()).Outcome);
        await CheckAsync();
        await _app.RestartAsync();
        Assert.Equal((null, "disk", 0L), (_app.Store.Status.Problem, _app.Store.Status.Kind, _app.Store.Status.Damaged));
        await CheckAsync();
    }

    private async Task CheckAsync()
    {
        await _app.AllIsThereAsync();
        foreach (var step in new[] { TimeSpan.FromMinutes(1), Hour, 24 * Hour })
            Assert.Equal(_app.Kept.Count, (await _app.LevelsAsync(step)).Sum(window => window.Count));
    }
}
