namespace MoniGo;

/// <summary>How much history is kept, and where.</summary>
/// <remarks>
/// In the configuration each length of time may be written as <c>30s</c>, <c>5m</c>, <c>12h</c>, <c>7d</c>, <c>2w</c>, <c>1month</c>
/// (30 days) or <c>1y</c> (365 days) as well. Read once, when the host starts.
/// </remarks>
public sealed class StorageOptions
{
    /// <summary>Gets or sets where the history is kept.</summary>
    /// <value>Default <see cref="StorageType.Disk"/>.</value>
    public StorageType Type { get; set; } = StorageType.Disk;

    /// <summary>Gets or sets the directory of the history, made when it is absent.</summary>
    /// <value>Default <c>monigo</c>. A relative path is below the host's content root.</value>
    /// <remarks>
    /// One process holds it at a time; another one says so and keeps its own history in memory. What cannot be written is told on the
    /// dashboard and in the log, and never stops the host.
    /// </remarks>
    public string? Directory { get; set; }

    /// <summary>Gets or sets when what was measured reaches the disk for sure.</summary>
    /// <value>Default <see cref="StorageSync.Interval"/>.</value>
    public StorageSync Sync { get; set; } = StorageSync.Interval;

    /// <summary>Gets or sets the time between two syncs of <see cref="StorageSync.Interval"/>.</summary>
    /// <value>Default 30 s; from 1 s to 10 min.</value>
    public TimeSpan SyncInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long every tick is kept at most.</summary>
    /// <value>Default 7 days; from 1 hour to 10 years. <see cref="MaxBytes"/> may end it earlier.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets how long roll-ups of one minute are kept at most.</summary>
    /// <value>Default 90 days; from <see cref="Retention"/> to 10 years.</value>
    public TimeSpan MinuteRetention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Gets or sets how long roll-ups of one hour are kept at most.</summary>
    /// <value>Default 730 days; from <see cref="MinuteRetention"/> to 10 years.</value>
    public TimeSpan HourRetention { get; set; } = TimeSpan.FromDays(730);

    /// <summary>Gets or sets the bytes that the history may take on disk; the oldest makes room.</summary>
    /// <value>Default 256 MiB; from 16 MiB to 1 TiB.</value>
    public long MaxBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Gets or sets the bytes that history may take in memory while it has no place on disk.</summary>
    /// <value>Default 8 MiB; from 1 MiB to 1 GiB.</value>
    public long MaxMemoryBytes { get; set; } = 8L * 1024 * 1024;

    /// <summary>Gets or sets how many traced functions have a history of their own: those that take most time.</summary>
    /// <value>
    /// Default 500; from 1 to 100 000. The rest have one together, as "(other)"; the latest tick has all in any case. A busy function takes
    /// some 24 KB of memory in the hour that is being written.
    /// </value>
    public int MaxFunctions { get; set; } = 500;

    /// <summary>Gets the decimals that are kept of an instrument's values, by its name or a pattern; <c>*</c> stands for any characters.</summary>
    /// <value>
    /// Default empty: every bit is kept. From -12 to 12: a value is rounded to 10^-n in the instrument's own unit when it is stored,
    /// so 3 keeps milliseconds of an instrument in seconds, and -3 keeps thousands.
    /// </value>
    /// <remarks>On the reference day a value with all its bits takes 6.4 bytes and one of three decimals 1.7. Live values are not rounded.</remarks>
    public IDictionary<string, int> Decimals { get; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
