using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Puts the dashboard's own numbers into each snapshot: open streams and lost events.</summary>
internal sealed class LiveReadings(LiveBroadcast broadcast) : ISnapshotSource
{
    private static readonly SeriesKey Viewers = new(OwnInstruments.Viewers);
    private static readonly SeriesKey Dropped = new(OwnInstruments.Dropped, TagSet.Of("reason", "viewer_slow"));

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        builder.Add(Viewers, broadcast.Viewers);
        builder.Add(Dropped, broadcast.Dropped);
    }
}
