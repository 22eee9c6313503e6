namespace MoniGo;

/// <summary>How much history is kept, and where.</summary>
public sealed class StorageOptions
{
    /// <summary>Gets or sets how long samples are kept at most.</summary>
    /// <value>Default 7 days; from 1 minute to 10 years. <see cref="MaxBytes"/> may end it earlier.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets the memory that samples may take.</summary>
    /// <value>Default 8 MiB; from 1 MiB to 1 GiB.</value>
    public long MaxBytes { get; set; } = 8 * 1024 * 1024;
}
