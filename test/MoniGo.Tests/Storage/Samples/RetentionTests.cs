using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class RetentionTests
{
    private static readonly StoreSettings Settings = new();
    private static readonly Retention Retention = new(Settings);

    [Fact]
    public void Choose_OldSegments_GoByTheAgeOfTheirTier()
    {
        var shelf = Shelf(
            Made(1, Tier.Raw, Noon.AddDays(-8)), Made(2, Tier.Raw, Noon.AddDays(-6)), Made(3, Tier.Minute, Noon.AddDays(-8)), Made(4, Tier.Minute, Noon.AddDays(-91)));

        Assert.Equal([4, 1], Numbers(Retention.Choose(shelf, Noon, long.MaxValue, long.MaxValue)));
    }

    [Fact]
    public void Choose_TooManyBytes_DropsWhatLivedTheLargestShareOfItsTime()
    {
        var shelf = Shelf(
            Made(1, Tier.Raw, Noon.AddDays(-3)),     // 3 of 7 days
            Made(2, Tier.Minute, Noon.AddDays(-45)), // 45 of 90
            Made(3, Tier.Hour, Noon.AddDays(-200)),  // 200 of 730
            Made(4, Tier.Raw, Noon.AddHours(-1)));
        var two = shelf.MemoryBytes / 2;

        Assert.Equal([2, 1], Numbers(Retention.Choose(shelf, Noon, long.MaxValue, two)));
    }

    [Fact]
    public void Choose_EnoughRoom_KeepsAll() =>
        Assert.Empty(Retention.Choose(Shelf(Made(1, Tier.Raw, Noon.AddDays(-6))), Noon, 0, long.MaxValue)); // files have no room, but it is in memory

    private static Shelf Shelf(params Segment[] segments) => MoniGo.Storage.Shelf.Empty.With([], segments);

    private static Segment Made(long number, Tier tier, DateTimeOffset time)
    {
        var head = new Head();
        head.Add(StreamId.Local, new TickScript(time, TimeSpan.Zero).Next((Level, 1)));
        var rows = head.Find(StreamId.Local)!;
        var step = TierSteps.Of(tier);
        var shown = step == TimeSpan.Zero ? rows : RolledUpRows.Of(rows, step);
        var maker = new SegmentMaker(new PhysicalFiles(), new(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance));
        return maker.Make(null, tier, SegmentFlags.None, number, [(StreamId.Local, shown)])!;
    }

    private static IEnumerable<long> Numbers(IReadOnlyList<Segment> segments) => segments.Select(segment => segment.Number);
}
