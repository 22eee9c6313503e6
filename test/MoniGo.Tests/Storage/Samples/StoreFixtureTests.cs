using System.IO.Compression;

namespace MoniGo.Tests;

/// <summary>Whole directories that released versions left behind can be opened for ever.</summary>
/// <remarks>
/// Each is a zip of a directory with all tiers and an open log. A new version of the format adds its file and a line here, and never
/// changes those that are there. To write that of the current version, run this class once with <c>MONIGO_FIXTURE=1</c>.
/// </remarks>
public sealed class StoreFixtureTests
{
    private const string Folder = "test/MoniGo.Tests/Storage/Samples/Fixtures";

    // The script of the app that wrote it: a tick each 10 minutes for a day and a half, with one restart.
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Life = TimeSpan.FromHours(18);

    [Theory]
    [InlineData("v1.zip")]
    public async Task A_directory_of_a_released_version_is_opened_and_read(string name)
    {
        var zip = Path.Combine(Repository.Root, Folder, name);
        if (Environment.GetEnvironmentVariable("MONIGO_FIXTURE") == "1" && !File.Exists(zip))
            await WriteAsync(zip);

        using var directory = new TemporaryDirectory();
        await ZipFile.ExtractToDirectoryAsync(zip, directory.Root, TestContext.Current.CancellationToken);
        Assert.All(new[] { "raw", "minute", "hour", "wal" }, room => Assert.NotEmpty(directory.Files(room)));
        await using var app = new StoreStory(new() { Directory = directory.Root }, interval: Interval);
        await ExpectAsync(app);
        app.Time.Advance(2 * Life);
        await app.OpenAsync();

        await app.AllIsThereAsync();
        Assert.Equal((0, null), (app.Store.Status.Damaged, app.Store.Status.Problem));
        var hours = await app.LevelsAsync(TimeSpan.FromHours(1));
        Assert.Equal((36, app.Kept.Count), (hours.Length, hours.Sum(window => window.Count)));
        Assert.Equal(app.Kept.Sum(kept => kept.Value), hours.Sum(window => window.Sum), 1e-9);
    }

    private static async Task WriteAsync(string zip)
    {
        using var directory = new TemporaryDirectory();
        await using (var app = await new StoreStory(new() { Directory = directory.Root }, interval: Interval).OpenAsync())
        {
            await app.LiveAsync(Life);
            await app.RestartAsync();
            await app.LiveAsync(Life);
        }

        File.Delete(Path.Combine(directory.Root, "lock")); // it names a machine
        Directory.CreateDirectory(Path.GetDirectoryName(zip)!);
        await ZipFile.CreateFromDirectoryAsync(directory.Root, zip, TestContext.Current.CancellationToken);
    }

    /// <summary>Lives the same life with a store in memory, which tells what must be there.</summary>
    private static async Task ExpectAsync(StoreStory app)
    {
        await using var same = await new StoreStory(new(), interval: Interval).OpenAsync();
        await same.LiveAsync(Life);
        same.Ticks.Restart();
        await same.LiveAsync(Life);
        app.Kept.AddRange(same.Kept);
    }
}
