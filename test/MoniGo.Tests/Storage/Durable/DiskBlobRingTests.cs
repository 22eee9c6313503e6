using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class DiskBlobRingTests : BlobRingConformance, IAsyncDisposable
{
    private static readonly BlobInfo Info = new("cpu-profile", "shop.pprof", "application/octet-stream", TickScript.Noon);

    private readonly PortHouse _house = new();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private protected override IBlobRing Create(long capacity) => _house.Open(New(capacity));

    private protected override async ValueTask<IBlobRing> ReopenAsync(IBlobRing ring, long capacity) =>
        await _house.ReopenAsync(ring, New(capacity));

    [Fact]
    public async Task OpenAsync_AfterAdds_WritesThemAndTheirIdsStay()
    {
        var first = _house.Open(New());
        var old = await first.AddAsync(Info, new byte[] { 1 });
        await first.DisposeAsync();

        _house.Time.Advance(TimeSpan.FromSeconds(1));
        var second = New();
        var early = await second.AddAsync(Info, new byte[] { 2 });
        _house.Open(second);
        Assert.Equal([early, old], await Ids(second));

        var third = await _house.ReopenAsync(second, New());
        Assert.Equal([early, old], await Ids(third));
        Assert.Equal([2], (await third.FindAsync(early!)).Blob!.Content.ToArray());
    }

    [Fact]
    public async Task AddAsync_ClockWentBack_IdsRiseAllTheSame()
    {
        var first = _house.Open(New());
        var old = await first.AddAsync(Info, new byte[1]);
        _house.Time.Advance(-TimeSpan.FromDays(1));
        var second = await _house.ReopenAsync(first, New());
        var next = await second.AddAsync(Info, new byte[1]);

        Assert.Equal([next, old], await Ids(second));
    }

    [Fact]
    public async Task OpenAsync_LowerCapacity_DropsTheOldestFiles()
    {
        var first = _house.Open(New());
        for (var i = 0; i < 10; i++)
            await first.AddAsync(Info, new byte[10_000]);

        var ids = await Ids(first);
        var second = await _house.ReopenAsync(first, New(50_000));

        Assert.Equal(ids.Take(3), await Ids(second));
        Assert.Equal(3, Directory.GetFiles(_house.PathOf("blobs")).Length);
        Assert.True((await second.FindAsync(ids[^1]!)).Expired);
    }

    [Fact]
    public async Task OpenAsync_DamagedHeaderAtEveryByte_IsSetAsideAndTheOthersStay()
    {
        var first = _house.Open(New());
        var kept = await first.AddAsync(Info, new byte[] { 1 });
        var damaged = await first.AddAsync(Info, default);
        await first.DisposeAsync();
        var path = PathOf(damaged!);
        var bytes = await File.ReadAllBytesAsync(path);
        for (var at = 0; at < bytes.Length; at++)
        {
            var wrong = bytes.ToArray();
            wrong[at] ^= 0x40;
            await File.WriteAllBytesAsync(path, wrong);
            var ring = _house.Open(New());

            Assert.Equal([kept], await Ids(ring));
            Assert.Equal(at + 1, _house.Problems.Count);
            Assert.Equal(wrong, await File.ReadAllBytesAsync(_house.PathOf($"aside/{damaged}.blob")));
        }
    }

    [Fact]
    public async Task OpenAsync_ManyDamagedFiles_LeavesABoundedNumberAside()
    {
        Directory.CreateDirectory(_house.PathOf("blobs"));
        for (var i = 0; i < 100; i++)
            await File.WriteAllTextAsync(PathOf($"{1763640000000 + i}-0123abcd"), "garbage");

        Assert.Empty(await Ids(_house.Open(New())));
        Assert.Empty(Directory.GetFiles(_house.PathOf("blobs")));
        Assert.Equal(64, Directory.GetFiles(_house.PathOf("aside")).Length);
    }

    [Fact]
    public async Task OpenAsync_CutAtEveryByte_IsSetAside()
    {
        var first = _house.Open(New());
        var id = await first.AddAsync(Info, new byte[] { 1, 2, 3 });
        await first.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(PathOf(id!));
        for (var length = 0; length < bytes.Length; length++)
        {
            await File.WriteAllBytesAsync(PathOf(id!), bytes[..length]);
            Assert.Empty(await Ids(_house.Open(New())));
        }

        Assert.Equal(bytes.Length, _house.Problems.Count);
    }

    [Fact]
    public async Task FindAsync_DamagedContent_IsSetAsideAndExpired()
    {
        var ring = _house.Open(New());
        var id = await ring.AddAsync(Info, new byte[100]);
        var bytes = await File.ReadAllBytesAsync(PathOf(id!));
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(PathOf(id!), bytes);

        Assert.Equal(new BlobLookup(null, Expired: true), await ring.FindAsync(id!));
        Assert.Empty(await Ids(ring));
        Assert.True(File.Exists(_house.PathOf($"aside/{id}.blob")));
        Assert.Single(_house.Problems);
    }

    [Fact]
    public async Task FindAsync_FileDeletedBySomebody_IsExpired()
    {
        var ring = _house.Open(New());
        var id = await ring.AddAsync(Info, new byte[100]);
        File.Delete(PathOf(id!));

        Assert.Equal(new BlobLookup(null, Expired: true), await ring.FindAsync(id!));
        Assert.Empty(await Ids(ring));
    }

    [Fact]
    public async Task FindAsync_UnreadableForAWhile_IsFoundLater()
    {
        var ring = _house.Open(New());
        var id = await ring.AddAsync(Info, new byte[100]);
        _house.Files.IsUnreadable = true;
        Assert.Null((await ring.FindAsync(id!)).Blob);

        _house.Files.IsUnreadable = false;
        Assert.NotNull((await ring.FindAsync(id!)).Blob);
    }

    [Fact]
    public async Task OpenAsync_UnfinishedAndForeignFiles_AreDeletedAndLeftAlone()
    {
        Directory.CreateDirectory(_house.PathOf("blobs"));
        await File.WriteAllTextAsync(_house.PathOf("blobs/1763640000000-0123abcd.blob.tmp"), "half");
        await File.WriteAllTextAsync(_house.PathOf("blobs/notes.txt"), "mine");

        Assert.Empty(await Ids(_house.Open(New())));
        Assert.Equal(["notes.txt"], Directory.GetFiles(_house.PathOf("blobs")).Select(Path.GetFileName));
        Assert.Empty(_house.Problems);
    }

    [Fact]
    public async Task AddAsync_DiskFull_KeepsWhatFitsInMemoryAndRecovers()
    {
        var ring = _house.Open(New());
        var durable = await ring.AddAsync(Info, new byte[] { 1 });
        _house.Files.Room = 10;
        var small = await ring.AddAsync(Info, new byte[] { 2 });
        Assert.Null(await ring.AddAsync(Info, new byte[MemoryBlobRing.DefaultCapacity]));

        Assert.Equal([2], (await ring.FindAsync(small!)).Blob!.Content.ToArray());
        Assert.Single(_house.Problems);
        Assert.Equal([$"{durable}.blob"], Directory.GetFiles(_house.PathOf("blobs")).Select(Path.GetFileName));

        _house.Files.Room = long.MaxValue;
        var later = await ring.AddAsync(Info, new byte[] { 3 });
        var reopened = await _house.ReopenAsync(ring, New());
        Assert.Equal([later, small, durable], await Ids(reopened));
        Assert.Equal([2], (await reopened.FindAsync(small!)).Blob!.Content.ToArray());
    }

    [Fact]
    public async Task AddAsync_DiskFullForLong_KeepsABoundedNumberInMemory()
    {
        var ring = _house.Open(New());
        _house.Files.Room = 0;
        List<string?> ids = [];
        for (var i = 0; i < 10; i++)
            ids.Add(await ring.AddAsync(Info, new byte[1 << 20]));

        Assert.Equal(ids.AsEnumerable().Reverse().Take(3), await Ids(ring));
        Assert.True((await ring.FindAsync(ids[0]!)).Expired);
    }

    [Fact]
    public async Task Timer_AfterAFailure_WritesWhatMemoryHas()
    {
        var ring = _house.Open(New());
        _house.Files.IsReadOnly = true;
        var id = await ring.AddAsync(Info, new byte[] { 1 });
        _house.Files.IsReadOnly = false;
        var synced = _house.Files.Synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _house.Time.Advance(TimeSpan.FromSeconds(30));
        await synced.Task;

        Assert.Equal([id], await Ids(await _house.ReopenAsync(ring, New())));
        Assert.Contains("Read-only.", Assert.Single(_house.Problems));
    }

    [Fact]
    public async Task OpenAsync_CannotBeRead_MergesOnceItCan()
    {
        var first = _house.Open(New());
        var old = await first.AddAsync(Info, new byte[] { 1 });
        await first.DisposeAsync();

        _house.Time.Advance(TimeSpan.FromSeconds(1));
        _house.Files.IsUnreadable = true;
        var second = _house.Open(New());
        var early = await second.AddAsync(Info, new byte[] { 2 });
        Assert.Equal([early], await Ids(second));

        _house.Files.IsUnreadable = false;
        var later = await second.AddAsync(Info, new byte[] { 3 });
        Assert.Equal([later, early, old], await Ids(second));
    }

    private DiskBlobRing New(long capacity = DiskBlobRing.DefaultCapacity) =>
        new(capacity, time: _house.Time, problem: _house.Tell);

    private string PathOf(string id) => _house.PathOf($"blobs/{id}.blob");

    private static async Task<List<string?>> Ids(DiskBlobRing ring) =>
        [.. await ring.ListAsync().Select(blob => (string?)blob.Id).ToListAsync()];
}
