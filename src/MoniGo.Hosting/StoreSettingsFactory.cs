using MoniGo.Storage;

namespace MoniGo.Hosting;

/// <summary>Brings the storage options into the form that the sample store takes.</summary>
internal static class StoreSettingsFactory
{
    /// <summary>Name of the directory when none is set.</summary>
    public const string DefaultDirectory = "monigo";

    public static StoreSettings Create(StorageOptions options, string contentRoot) => new()
    {
        Directory = DirectoryOf(options, contentRoot),
        SyncInterval = options.Sync switch
        {
            StorageSync.EachTick => TimeSpan.Zero,
            StorageSync.None => null,
            _ => options.SyncInterval,
        },
        RawRetention = options.Retention,
        MinuteRetention = options.MinuteRetention,
        HourRetention = options.HourRetention,
        DiskCapacity = options.MaxBytes,
        MemoryCapacity = options.MaxMemoryBytes,
        Decimals = options.Decimals.AsReadOnly(),
    };

    /// <summary>Finds where everything that survives the process is kept; null when nothing is to.</summary>
    public static string? DirectoryOf(StorageOptions options, string contentRoot) => options.Type == StorageType.Memory
        ? null
        : Path.GetFullPath(options.Directory ?? DefaultDirectory, Path.GetFullPath(contentRoot));
}
