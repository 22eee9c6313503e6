using System.Text;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class DiskStateStoreTests : StateStoreConformance, IAsyncDisposable
{
    private readonly PortHouse _house = new();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private protected override IStateStore Create(FakeTime time) => _house.Open(New());

    private protected override async ValueTask<IStateStore> ReopenAsync(IStateStore store) => await _house.ReopenAsync(store, New());

    [Fact]
    public async Task PutAsync_OverAndOver_CompactsTheFile()
    {
        var store = _house.Open(New());
        await store.PutAsync("small", new byte[10], 0);
        for (var version = 0; version < 100; version++)
            Assert.Equal(version + 1, await store.PutAsync("large", new byte[20_000], version));

        Assert.InRange(new FileInfo(Log).Length, 1, 400 * 1024);
        var reopened = await _house.ReopenAsync(store, New());
        Assert.Equal((1, 100), ((await reopened.GetAsync("small"))!.Version, (await reopened.GetAsync("large"))!.Version));
    }

    [Fact]
    public async Task OpenAsync_TornAtEveryByte_GivesAStateThatOnceWasAndGoesOn()
    {
        var written = _house.Open(New());
        for (var version = 0; version < 3; version++)
            await written.PutAsync("key", Content(version + 1), version);

        await written.DeleteAsync("key", 3);
        await written.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(Log);
        List<long> seen = [];
        for (var length = 0; length <= bytes.Length; length++)
        {
            await File.WriteAllBytesAsync(Log, bytes[..length]);
            var store = _house.Open(New());
            var version = await Version(store);
            Assert.Equal(version + 1, await store.PutAsync("key", Content(version + 1), version));
            Assert.Equal(version + 1, await Version(await _house.ReopenAsync(store, New())));
            if (seen.LastOrDefault(-1) != version)
                seen.Add(version);
        }

        Assert.Equal([0, 1, 2, 3, 0], seen);
    }

    [Fact]
    public async Task OpenAsync_DamageInTheMiddle_KeepsWhatIsBeforeAndSetsTheFileAside()
    {
        var written = _house.Open(New());
        for (var version = 0; version < 3; version++)
            await written.PutAsync("key", Content(version + 1), version);

        await written.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(Log);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Log, bytes);
        var store = _house.Open(New());

        Assert.Equal(1, await Version(store));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_house.PathOf("aside/state.log")));
        Assert.Contains("state.log", Assert.Single(_house.Problems));
        Assert.Equal(1, await Version(await _house.ReopenAsync(store, New())));
        Assert.Single(_house.Problems);
    }

    [Fact]
    public async Task OpenAsync_ARecordOfALaterVersion_SetsTheFileAsideAndKeepsTheOthers()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        using (var log = LogWriter.Create(new PhysicalFiles(), Log, LogKind.State))
        {
            log.Append([200]); // a text of 200 bytes that are not there
            var payload = new ByteWriter();
            new StateCodec().Write(new("key", new("key", "x"u8.ToArray(), 7)), payload);
            log.Append(payload.Written);
        }

        Assert.Equal(7, await Version(_house.Open(New())));
        Assert.True(File.Exists(_house.PathOf("aside/state.log")));
        Assert.Single(_house.Problems);
    }

    [Fact]
    public async Task OpenAsync_ADocumentWrittenBefore_GoesOnFromTheVersionThatWasKept()
    {
        var first = _house.Open(New());
        await first.PutAsync("key", Content(1), 0);
        await first.PutAsync("key", Content(2), 1);
        await first.PutAsync("other", Content(1), 0);
        await first.DisposeAsync();

        var second = New();
        await second.PutAsync("key", Content(3), 0);
        Assert.True(await second.TryLeaseAsync("leader", "a", TimeSpan.FromMinutes(1)));
        _house.Open(second);

        Assert.Equal(3, await Version(second));
        Assert.False(await second.TryLeaseAsync("leader", "b", TimeSpan.FromMinutes(1)));
        Assert.NotNull(await second.GetAsync("other"));
        Assert.Equal(3, await Version(await _house.ReopenAsync(second, New())));
    }

    [Fact]
    public async Task PutAsync_DiskFull_KeepsServingAndRecovers()
    {
        var store = _house.Open(New());
        await store.PutAsync("key", Content(1), 0);
        _house.Files.Room = 5;
        for (var version = 1; version < 5; version++)
            Assert.Equal(version + 1, await store.PutAsync("key", Content(version + 1), version));

        Assert.Equal(5, await Version(store));
        Assert.Single(_house.Problems);

        _house.Files.Room = long.MaxValue;
        await store.PutAsync("key", Content(6), 5);
        Assert.Equal(6, await Version(await _house.ReopenAsync(store, New())));
    }

    [Fact]
    public async Task DeleteAsync_DiskFull_IsNotUndoneByTheRecovery()
    {
        var store = _house.Open(New());
        await store.PutAsync("key", Content(1), 0);
        _house.Files.Room = 0;
        Assert.True(await store.DeleteAsync("key", 1));
        _house.Files.Room = long.MaxValue;

        Assert.Equal(0, await Version(await _house.ReopenAsync(store, New())));
    }

    [Fact]
    public async Task TryLeaseAsync_AfterReopening_IsFree()
    {
        var store = _house.Open(New());
        Assert.True(await store.TryLeaseAsync("leader", "a", TimeSpan.FromMinutes(1)));

        Assert.True(await (await _house.ReopenAsync(store, New())).TryLeaseAsync("leader", "b", TimeSpan.FromMinutes(1)));
    }

    private string Log => _house.PathOf("state/state.log");

    private DiskStateStore New() => new(Time, problem: _house.Tell);

    /// <summary>Gives the version of the document, after comparing its content with it.</summary>
    private static async Task<long> Version(DiskStateStore store)
    {
        var document = await store.GetAsync("key");
        if (document is not null && document.Value.Length != 1)
            Assert.Equal($"version {document.Version}", Encoding.UTF8.GetString(document.Value.Span));

        return document?.Version ?? 0;
    }

    private static byte[] Content(long version) => Encoding.UTF8.GetBytes($"version {version}");
}
