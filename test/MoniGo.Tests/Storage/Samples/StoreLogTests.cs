using Microsoft.Extensions.Logging.Abstractions;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class StoreLogTests
{
    private readonly CrashFiles _machine = new(1);
    private readonly FaultyFiles _files;
    private readonly TickScript _ticks = new(Noon);

    public StoreLogTests() => _files = new(_machine);

    [Fact]
    public void Sync_TickInTheFileBefore_IsOnDiskToo()
    {
        using var log = Start(out var directory);
        log.Append(StreamId.Local, _ticks.Next((Level, 1)));
        log.Switch(log.Create(2), 2);

        log.Sync(); // before the upkeep came to close the first file

        var ticks = 0;
        WalReader.Replay(_machine.Crash(), directory.LogPath(1), (_, _) => ticks++);
        Assert.Equal(1, ticks);
    }

    [Fact]
    public void Sync_AfterOneThatFailed_FailsForGood()
    {
        using var log = Start(out _);
        log.Append(StreamId.Local, _ticks.Next((Level, 1)));
        log.Switch(log.Create(2), 2);
        _files.Failing = FileOperations.Sync;
        Assert.Throws<IOException>(log.CloseBefore);
        _files.Failing = FileOperations.None;

        Assert.Throws<IOException>(log.Sync); // the disk would say yes now, and the tick is gone
    }

    [Fact]
    public async Task Append_LogLeftBeforeTheSync_IsNotCalledDurable()
    {
        await using var store = new SampleStore(
            new() { Directory = "/data", SyncInterval = TimeSpan.Zero }, _files, new FakeTime(Noon), NullLogger.Instance);
        await store.MaintainAsync();
        _files.Failing = FileOperations.Sync;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => new TickScript(Noon).Next((Level, i))).Select((tick, i) =>
            Task.Run(async () => (await store.AppendAsync(new($"s{i}"), tick)).Outcome, TestContext.Current.CancellationToken)));

        Assert.DoesNotContain(AppendOutcome.Durable, outcomes);
    }

    private StoreLog Start(out StoreDirectory directory)
    {
        directory = StoreDirectory.TryTake(_files, "/data", "test")!;
        var log = new StoreLog(_files, directory);
        log.Switch(log.Create(1), 1);
        return log;
    }
}
