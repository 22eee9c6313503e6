using System.Diagnostics;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A real file system of a megabyte that fills up and is freed again.</summary>
public sealed class SmallDiskTests : IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TemporaryDirectory _mount = new();
    private bool _isMounted;

    [Fact]
    public async Task A_disk_of_a_megabyte_fills_up_and_is_used_again_when_it_is_freed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Mounting a small tmpfs needs root on Linux.");
        _isMounted = Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", _mount.Root);
        Assert.SkipUnless(_isMounted, "This machine lets nobody mount a tmpfs.");
        var ballast = Path.Combine(_mount.Root, "ballast");
        await using var app = new StoreStory(new() { Directory = Path.Combine(_mount.Root, "monigo") }, new PhysicalFiles(), TimeSpan.FromSeconds(30));
        await app.OpenAsync();
        await app.LiveAsync(1.5 * Hour);
        Fill(ballast);

        await app.LiveAsync(5 * Hour);

        Assert.Equal(("memory", AppendOutcome.Volatile), (app.Store.Status.Kind, app.Kept[^1].Outcome));
        Assert.Contains("pace", app.Store.Status.Problem, StringComparison.Ordinal); // "No space left on device", "not enough space"
        Assert.Single(app.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
        await app.AllIsThereAsync();
        await app.RestartAsync();
        Assert.Equal("memory", app.Store.Status.Kind); // what was volatile is gone, and what was on disk is read from the full disk
        app.Kept.RemoveAll(kept => kept.Outcome == AppendOutcome.Volatile);
        await app.AllIsThereAsync();

        await app.LiveAsync(2 * Hour);
        File.Delete(ballast);
        app.Time.Advance(StoreHome.RetryInterval);
        await app.Store.MaintainAsync();
        Assert.Equal((null, "disk"), (app.Store.Status.Problem, app.Store.Status.Kind));
        await app.RestartAsync();
        await app.AllIsThereAsync();
        Assert.Equal(app.Kept.Count, (await app.LevelsAsync(Hour)).Sum(window => window.Count));
        Assert.Equal(0, app.Store.Status.Damaged);
    }

    public ValueTask DisposeAsync()
    {
        if (_isMounted)
            Run("umount", "-l", _mount.Root);

        _mount.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 });
        var page = new byte[4096];
        try
        {
            while (true)
                file.Write(page);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
