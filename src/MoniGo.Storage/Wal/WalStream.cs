using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Where the replay of one stream stands: its last tick, as the next one refers to it.</summary>
internal sealed class WalStream(StreamId id)
{
    public StreamId Id { get; } = id;

    public (long Epoch, Resource Resource)? Run { get; set; }

    public long Sequence { get; set; }

    /// <summary>Gets or sets the time in 100 ns since the year 1.</summary>
    public long Time { get; set; }

    /// <summary>Gets or sets the distance of the last tick from the one before it.</summary>
    public long Interval { get; set; }

    /// <summary>Gets or sets families and samples in their order.</summary>
    public List<WalItem> Items { get; set; } = [];

    /// <summary>Gets or sets the list before, whose memory is used again.</summary>
    public List<WalItem> Spare { get; set; } = [];
}
