namespace MoniGo.Storage;

/// <summary>How the sample store keeps what it is given; never changes.</summary>
internal sealed record StoreSettings
{
    /// <summary>Gets the directory; null keeps everything in memory.</summary>
    public string? Directory { get; init; }

    /// <summary>Gets the time between syncs; zero syncs before each append is answered, and null never does.</summary>
    public TimeSpan? SyncInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long every tick is kept.</summary>
    public TimeSpan RawRetention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Gets how long windows of a minute are kept.</summary>
    public TimeSpan MinuteRetention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets how long windows of an hour are kept.</summary>
    public TimeSpan HourRetention { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Gets the bytes that all files of samples may take.</summary>
    public long DiskCapacity { get; init; } = 256L * 1024 * 1024;

    /// <summary>Gets the bytes of memory for what has no place on disk.</summary>
    public long MemoryCapacity { get; init; } = 8L * 1024 * 1024;

    /// <summary>Gets the decimals kept, by instrument name or pattern (<c>*</c> stands for any characters); empty keeps every bit.</summary>
    public IReadOnlyDictionary<string, int> Decimals { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Gets the bytes that open heads may take before they are sealed early, when segments go to files.</summary>
    public long HeadCapacity { get; init; } = 64L * 1024 * 1024;

    /// <summary>Gets the bytes that open heads may take before they are sealed early, when segments stay in memory.</summary>
    public long MemoryHeadCapacity => MemoryCapacity / 4;

    /// <summary>Gets the bytes that a log may take before its heads are sealed early.</summary>
    public long LogCapacity => DiskCapacity / 10;

    /// <summary>Gets the bytes that segments in files may take; the rest is for the log.</summary>
    public long SegmentCapacity => DiskCapacity / 8 * 7;
}
