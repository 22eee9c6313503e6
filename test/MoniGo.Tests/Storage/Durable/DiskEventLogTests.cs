using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class DiskEventLogTests : EventLogConformance, IAsyncDisposable
{
    private static readonly TimeRange Day = new(TickScript.Noon - TimeSpan.FromHours(12), TickScript.Noon + TimeSpan.FromHours(12));

    private readonly PortHouse _house = new();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private protected override IEventLog Create(long capacity) => _house.Open(New(capacity));

    private protected override async ValueTask<IEventLog> ReopenAsync(IEventLog log) => await _house.ReopenAsync(log, New());

    [Fact]
    public async Task AppendAsync_Ended_IsSynced()
    {
        var log = _house.Open(New());
        var before = _house.Files.Syncs;
        await log.AppendAsync(Entry(1));

        Assert.Equal(before + 1, _house.Files.Syncs);
    }

    [Fact]
    public async Task AppendAsync_WhileASyncHangs_WaitsAndIsReadAlready()
    {
        var log = _house.Open(New());
        var hangs = _house.Files.Hangs = new();
        var append = log.AppendAsync(Entry(1)).AsTask();

        Assert.Equal([1], await Minutes(log));
        Assert.False(append.IsCompleted);

        hangs.SetResult();
        await append;
    }

    [Fact]
    public async Task AppendAsync_CallerStopsWaiting_IsAddedAllTheSame()
    {
        var log = _house.Open(New());
        var hangs = _house.Files.Hangs = new();
        using var caller = new CancellationTokenSource();
        var append = log.AppendAsync(Entry(1), caller.Token).AsTask();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append);
        hangs.SetResult();
        Assert.Equal([1], await Kept(log));
    }

    [Fact]
    public async Task AppendAsync_ManyAtOnce_ShareASync()
    {
        var log = _house.Open(New());
        var (before, hangs) = (_house.Files.Syncs, _house.Files.Hangs = new());
        var appends = Enumerable.Range(0, 100).Select(minute => log.AppendAsync(Entry(minute)).AsTask()).ToList();
        hangs.SetResult();
        await Task.WhenAll(appends);

        Assert.InRange(_house.Files.Syncs - before, 1, 3);
    }

    [Fact]
    public async Task OpenAsync_AfterAppends_PutsThemBehindWhatWasKept()
    {
        var first = _house.Open(New());
        await first.AppendAsync(Entry(1));
        await first.DisposeAsync();

        var second = New();
        await second.AppendAsync(Entry(2));
        _house.Open(second);
        Assert.Equal([2, 1], await Minutes(second));
        await second.DisposeAsync();

        Assert.Equal([2, 1], await Minutes(_house.Open(New())));
        Assert.Empty(_house.Problems);
    }

    [Fact]
    public async Task OpenAsync_TornAtEveryByte_GivesTheWholeEntriesAndGoesOn()
    {
        var written = _house.Open(New());
        for (var minute = 1; minute <= 3; minute++)
            await written.AppendAsync(Entry(minute));

        await written.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(Log);
        var kept = -1;
        for (var length = 0; length <= bytes.Length; length++)
        {
            await File.WriteAllBytesAsync(Log, bytes[..length]);
            var log = _house.Open(New());
            var minutes = await Minutes(log);
            Assert.Equal(Enumerable.Range(1, minutes.Count).Reverse(), minutes);
            Assert.True(minutes.Count >= kept);
            kept = minutes.Count;

            await log.AppendAsync(Entry(9));
            await log.DisposeAsync();
            Assert.Equal([9, .. minutes], await Minutes(await _house.ReopenAsync(log, New())));
        }

        Assert.Equal(3, kept);
        Assert.False(Directory.Exists(_house.PathOf("aside")));
    }

    [Fact]
    public async Task OpenAsync_AFlippedBitAtEveryByte_NeverFailsAndGoesOn()
    {
        var written = _house.Open(New());
        for (var minute = 1; minute <= 3; minute++)
            await written.AppendAsync(Entry(minute));

        await written.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(Log);
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x10;
            await File.WriteAllBytesAsync(Log, damaged);
            var log = _house.Open(New());
            var minutes = await Minutes(log);
            Assert.Equal(Enumerable.Range(1, minutes.Count).Reverse(), minutes);
            Assert.InRange(minutes.Count, 0, 2);

            await log.AppendAsync(Entry(9));
            await log.DisposeAsync();
            Assert.Equal([9, .. minutes], await Minutes(await _house.ReopenAsync(log, New())));
        }
    }

    [Fact]
    public async Task OpenAsync_Garbage_IsSetAsideAndTold()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        await File.WriteAllTextAsync(Log, "These are not the entries you are looking for.");
        var log = _house.Open(New());
        await log.AppendAsync(Entry(1));

        Assert.Equal([1], await Minutes(log));
        Assert.StartsWith("These", await File.ReadAllTextAsync(_house.PathOf("aside/events.log")));
        Assert.Contains("events.log", Assert.Single(_house.Problems));
    }

    [Fact]
    public async Task OpenAsync_ReadOnly_ServesWhatIsThereAndTellsOnce()
    {
        var written = _house.Open(New());
        await written.AppendAsync(Entry(1));
        await written.DisposeAsync();

        _house.Files.IsReadOnly = true;
        var log = _house.Open(New());
        await log.AppendAsync(Entry(2));
        await log.AppendAsync(Entry(3));

        Assert.Equal([3, 2, 1], await Minutes(log));
        Assert.Contains("Read-only.", Assert.Single(_house.Problems));

        _house.Files.IsReadOnly = false;
        await log.AppendAsync(Entry(4));
        Assert.Equal([4, 3, 2, 1], await Kept(log));
    }

    [Fact]
    public async Task AppendAsync_DiskFullAtAnyByte_KeepsServingAndRecovers()
    {
        for (var room = 0; room < 200; room += 3)
        {
            await using var house = new PortHouse();
            var log = house.Open(new DiskEventLog(problem: house.Tell));
            await log.AppendAsync(Entry(1));
            house.Files.Room = room;
            for (var minute = 2; minute <= 9; minute++)
                await log.AppendAsync(Entry(minute));

            Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1], await Minutes(log));
            Assert.Single(house.Problems);
            Assert.Contains(1, await Minutes(await SecondOpened(house))); // what was durable still is

            house.Files.Room = long.MaxValue;
            await log.AppendAsync(Entry(10));
            await log.DisposeAsync();
            Assert.Equal(10, (await Minutes(await SecondOpened(house))).Count);
            Assert.Equal(["events.log"], Directory.GetFiles(house.PathOf("events")).Select(Path.GetFileName));
        }
    }

    [Fact]
    public async Task Timer_AfterAFailure_TriesAgainByItself()
    {
        var log = _house.Open(New());
        _house.Files.Room = 0;
        await log.AppendAsync(Entry(1));
        _house.Files.Room = long.MaxValue;
        var synced = _house.Files.Synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _house.Time.Advance(TimeSpan.FromSeconds(30));

        await synced.Task;
        Assert.Equal([1], await Kept(log));
    }

    [Fact]
    public async Task OpenAsync_CannotBeRead_MergesOnceItCan()
    {
        var written = _house.Open(New());
        await written.AppendAsync(Entry(1));
        await written.DisposeAsync();

        _house.Files.IsUnreadable = true;
        var log = _house.Open(New());
        await log.AppendAsync(Entry(2));
        Assert.Equal([2], await Minutes(log));
        Assert.Single(_house.Problems);

        _house.Files.IsUnreadable = false;
        await log.AppendAsync(Entry(3));
        Assert.Equal([3, 2, 1], await Minutes(log));
        Assert.Equal([3, 2, 1], await Kept(log));
    }

    [Fact]
    public async Task AppendAsync_ForEver_KeepsTheFileBounded()
    {
        const int Capacity = 64 * 1024;
        var log = _house.Open(New(Capacity));
        for (var i = 0; i < 400; i++)
            await log.AppendAsync(Entry(i) with { Detail = new('x', 4000) });

        Assert.InRange(new FileInfo(Log).Length, 1, (2 * Capacity) + (300 * 1024));
        var before = await Minutes(log);
        Assert.Equal(before, await Minutes(await _house.ReopenAsync(log, New(Capacity))));
    }

    private string Log => _house.PathOf("events/events.log");

    private DiskEventLog New(long capacity = DiskEventLog.DefaultCapacity) => new(capacity, _house.Time, _house.Tell);

    private static EventEntry Entry(int minute) =>
        new(TickScript.Noon + TimeSpan.FromMinutes(minute), EventKind.Audit, "ada", "test", $"{minute}");

    private static async Task<List<int>> Minutes(DiskEventLog log) =>
        [.. (await log.ReadAsync(Day, null, 1000)).Select(entry => (int)(entry.Time - TickScript.Noon).TotalMinutes)];

    private async Task<List<int>> Kept(DiskEventLog log) => await Minutes(await _house.ReopenAsync(log, New()));

    /// <summary>Reads the directory as the next process would find it, and changes nothing.</summary>
    private static async Task<DiskEventLog> SecondOpened(PortHouse house)
    {
        var log = new DiskEventLog();
        await log.OpenAsync(new TroubledFiles { IsReadOnly = true }, house.Root);
        return log;
    }
}
