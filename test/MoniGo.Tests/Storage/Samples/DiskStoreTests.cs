using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>What every sample store promises, by one on disk whose ticks are in the open head and the log.</summary>
public class DiskStoreTests : SampleStoreConformance, IAsyncDisposable
{
    private readonly List<SampleStore> _stores = [];
    private readonly List<TemporaryDirectory> _directories = [];

    private protected virtual long HeadCapacity => 64 * 1024 * 1024;

    private protected virtual IFileLayer Files => new UnsyncedFiles();

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();

        _directories.ForEach(directory => directory.Dispose());
        GC.SuppressFinalize(this);
    }

    private protected override (ISampleWriter Writer, ISampleReader Reader) Create(
        FakeTime time, TimeSpan? retention = null, long? capacity = null)
    {
        var kept = retention ?? TimeSpan.FromDays(7);
        var directory = new TemporaryDirectory();
        _directories.Add(directory);
        var store = new SampleStore(
            new()
            {
                Directory = directory.Root,
                RawRetention = kept,
                MinuteRetention = kept,
                HourRetention = kept,
                DiskCapacity = capacity ?? 256 * 1024 * 1024,
                HeadCapacity = HeadCapacity,
            },
            Files,
            time);
        _stores.Add(store);
        store.MaintainAsync().GetAwaiter().GetResult(); // opens the directory; nothing in it waits
        return (store, store);
    }
}
