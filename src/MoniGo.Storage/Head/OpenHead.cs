namespace MoniGo.Storage;

/// <summary>A head and what the store must know about it until it is sealed.</summary>
internal sealed class OpenHead(DateTimeOffset? hourEnd, DateTimeOffset opened)
{
    /// <summary>Gets the end of the hour it takes; null for the one that takes what is late.</summary>
    public DateTimeOffset? HourEnd { get; } = hourEnd;

    /// <summary>Gets when it was opened, by the store's clock.</summary>
    public DateTimeOffset Opened { get; } = opened;

    public Head Head { get; } = new();

    /// <summary>Gets or sets the oldest log that holds ticks of it; null when none does.</summary>
    public long? FirstLog { get; set; }

    /// <summary>Gets or sets whether it holds ticks that are in no log and so would die with the process.</summary>
    public bool HasUnlogged { get; set; }

    /// <summary>Gets or sets how often sealing it failed for no reason of the disk.</summary>
    public int Failures { get; set; }
}
