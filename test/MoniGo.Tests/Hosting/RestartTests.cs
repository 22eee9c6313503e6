using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoniGo.Collectors;
using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>What a host keeps on disk, and what it does when it cannot.</summary>
public sealed class RestartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("monigo-tests-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task History_and_events_are_there_after_a_restart()
    {
        long kept;
        using (var first = await StartAsync())
        {
            first.Services.GetRequiredService<SnapshotTicker>().Tick();
            await first.StopAsync();
            kept = first.Services.GetRequiredService<ISnapshotFeed>().Latest!.Sequence;
        }

        Assert.Equal(kept, await CountTicksAsync());

        using var second = await StartAsync();
        Assert.Equal([ProcessRuns.StartAction, ProcessRuns.StopAction, ProcessRuns.StartAction], await UntilEventsAsync(second, 3));
        await second.StopAsync();
    }

    [Fact]
    public async Task The_directory_is_monigo_under_the_content_root_unless_set()
    {
        using var host = await StartAsync();

        Assert.Equal(Path.Combine(_root.FullName, "monigo"), host.Services.GetRequiredService<ISampleReader>().Status.Directory);
        await host.StopAsync(); // waits until the directory was opened
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_root.FullName, "monigo", "wal")));
    }

    [Fact]
    public async Task A_second_host_on_the_directory_says_who_has_it_and_keeps_its_history_in_memory()
    {
        using var first = await StartAsync();
        using var second = Build();
        await second.StartAsync();

        var problem = await ProblemOfAsync(second);

        Assert.Contains("in use by", problem, StringComparison.Ordinal);
        Assert.Contains(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), problem, StringComparison.Ordinal);
        second.Services.GetRequiredService<SnapshotTicker>().Tick();
        await second.StopAsync();
        await first.StopAsync();
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_never_stops_the_host()
    {
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "monigo"), "a file is in the way");
        using var host = Build();
        await host.StartAsync();

        Assert.Contains("monigo", await ProblemOfAsync(host), StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task In_memory_nothing_is_written_anywhere()
    {
        using (var host = Build(StorageType.Memory))
        {
            await host.StartAsync();
            host.Services.GetRequiredService<SnapshotTicker>().Tick();
            await host.StopAsync();
        }

        Assert.Empty(_root.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_container_that_disposes_the_store_once_per_port_gives_the_directory_back()
    {
        using (await StartAsync())
        {
            // Disposed without a stop.
        }

        using var second = await StartAsync();
        Assert.Null(second.Services.GetRequiredService<ISampleReader>().Status.Problem);
        await second.StopAsync();
    }

    private static TimeRange Always => new(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));

    private async Task<IHost> StartAsync()
    {
        var host = Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<SampleStore>().Directory.WaitAsync(Patience);
        return host;
    }

    private IHost Build(StorageType type = StorageType.Disk)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _root.FullName });
        builder.Logging.ClearProviders();
        builder.Services.AddMoniGoCore(options => options.Storage.Type = type);
        return builder.Build();
    }

    // The event log goes to the directory after the samples, in the background.
    private static async Task<IEnumerable<string>> UntilEventsAsync(IHost host, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var events = await host.Services.GetRequiredService<IEventLog>().ReadAsync(Always, EventKind.Lifecycle, 10, patience.Token);
            if (events.Count >= count)
                return events.Select(entry => entry.Action);

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }

    private static async Task<string> ProblemOfAsync(IHost host)
    {
        using var patience = new CancellationTokenSource(Patience);
        var reader = host.Services.GetRequiredService<ISampleReader>();
        while (reader.Status.Problem is null)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);

        return reader.Status.Problem;
    }

    private async Task<long> CountTicksAsync()
    {
        await using var store = new SampleStore(new() { Directory = Path.Combine(_root.FullName, "monigo") });
        await store.StartAsync();
        var query = new SampleQuery(
            StreamId.Local, new(ProcessInstruments.MemoryUsage.Name), Always with { End = TimeProvider.System.GetUtcNow().AddMinutes(1) }, TimeSpan.Zero);
        long count = 0;
        await foreach (var series in store.ReadAsync(query))
            count += series.Windows.Sum(tick => tick.Count);

        return count;
    }
}
