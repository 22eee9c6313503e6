using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Restarts, as the event log tells them.</summary>
public sealed class ProcessRunsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly MemoryEventLog _events = new();

    [Fact]
    public async Task ReadAsync_StoppedCutOffAndRunning_TellsThemApartNewestFirst()
    {
        await _events.AppendAsync(ProcessRuns.Start(Process(1, "1.0"), Noon));
        await _events.AppendAsync(ProcessRuns.Stop(Process(1, "1.0"), Noon.AddHours(1)));
        await _events.AppendAsync(ProcessRuns.Start(Process(2, "1.1"), Noon.AddHours(2)));
        await _events.AppendAsync(ProcessRuns.Start(Process(3, "1.2, with a comma"), Noon.AddHours(3)));

        var runs = await ProcessRuns.ReadAsync(_events, Process(3, "").InstanceId, default);

        Assert.Equal(
            [
                new ProcessRun(Noon.AddHours(3), "3", "1.2, with a comma", null, IsCurrent: true),
                new ProcessRun(Noon.AddHours(2), "2", "1.1", null, IsCurrent: false),
                new ProcessRun(Noon, "1", "1.0", Noon.AddHours(1), IsCurrent: false),
            ],
            runs);
    }

    [Fact]
    public async Task ReadAsync_SameProcessStartedTwice_GivesEachRunItsOwnStop()
    {
        // A host that is built, stopped and built again in one process, as tests and desktop apps do.
        await _events.AppendAsync(ProcessRuns.Start(Process(1, "1.0"), Noon));
        await _events.AppendAsync(ProcessRuns.Stop(Process(1, "1.0"), Noon.AddHours(1)));
        await _events.AppendAsync(ProcessRuns.Start(Process(1, "1.0"), Noon.AddHours(2)));

        var runs = await ProcessRuns.ReadAsync(_events, Process(1, "").InstanceId, default);

        Assert.Equal([(true, null), (false, (DateTimeOffset?)Noon.AddHours(1))], runs.Select(run => (run.IsCurrent, run.Stopped)));
    }

    [Fact]
    public async Task ReadAsync_WithinARange_GivesTheRunsThatStartedInIt()
    {
        foreach (var id in Enumerable.Range(1, 4))
            await _events.AppendAsync(ProcessRuns.Start(Process(id, "1.0"), Noon.AddHours(id)));

        var runs = await ProcessRuns.ReadAsync(_events, new(Noon.AddHours(1.5), Noon.AddHours(3.5)), "", default);

        Assert.Equal(["3", "2"], runs.Select(run => run.ProcessId));
    }

    [Fact]
    public async Task ReadAsync_EntriesOfOthers_AreLeftAloneAndNeverThrow()
    {
        await _events.AppendAsync(new(Noon, EventKind.Lifecycle, "", "scaled", "shop", "to 3"));
        await _events.AppendAsync(new(Noon, EventKind.Lifecycle, "", ProcessRuns.StartAction, "elsewhere", "in words of its own"));

        Assert.Equal([new(Noon, "", "", null, IsCurrent: false)], await ProcessRuns.ReadAsync(_events, "", default));
    }

    private static Resource Process(int id, string version) =>
        new("shop", $"host:{id}:{id}", "host", id, Noon.AddSeconds(-1), version, "Production");
}
