using MoniGo.Signals;
using MoniGo.Workloads;

namespace MoniGo.Tests;

/// <summary>The histograms and the fleet that stores are measured with are what they say.</summary>
public sealed class OtherWorkloadTests
{
    [Fact]
    public void The_histograms_of_a_day_fill_forty_buckets_each()
    {
        var last = new HistogramDay().Ticks(1_000).Last();
        var histograms = last.Families.SelectMany(family => family.Samples).Select(sample => sample.Histogram!).ToArray();

        Assert.Equal(HistogramDay.Histograms, histograms.Length);
        Assert.All(histograms, histogram => Assert.InRange(histogram.Indices.Length, 38, 40));
    }

    [Fact]
    public void A_histogram_holds_its_values_in_the_buckets_that_they_belong_to()
    {
        var histogram = new HistogramDay().Ticks(1_000).Last().Families[0].Samples[0].Histogram!;

        Assert.Equal(ExponentialBuckets.IndexOf(histogram.Min), histogram.Indices[0]);
        Assert.Equal(ExponentialBuckets.IndexOf(histogram.Max), histogram.Indices[^1]);
        Assert.InRange(histogram.Sum, histogram.Min * histogram.Count, histogram.Max * histogram.Count);
    }

    [Fact]
    public void A_fleet_is_heard_in_order_of_time_each_stream_at_a_phase_of_its_own()
    {
        var ticks = new ManyStreams(streams: 50).Punctual(TimeSpan.FromMinutes(1)).ToArray();

        Assert.Equal(40 * 12, ticks.Length);
        Assert.Equal(ticks.OrderBy(tick => tick.Heard), ticks);
        Assert.True(ticks.Take(40).Select(tick => tick.Snapshot.Time).Distinct().Count() > 30);
        Assert.All(ticks.GroupBy(tick => tick.Stream), stream => Assert.Equal(Enumerable.Range(1, 12), stream.Select(tick => (int)tick.Snapshot.Sequence)));
    }

    [Fact]
    public void Ten_streams_hand_in_their_backlog_after_all_others()
    {
        var fleet = new ManyStreams(streams: 50);
        var backlog = fleet.Backlog(TimeSpan.FromMinutes(1)).ToArray();

        Assert.Equal(ManyStreams.CutOff, backlog.Select(tick => tick.Stream).Distinct().Count());
        Assert.Empty(backlog.Select(tick => tick.Stream).Intersect(fleet.Punctual(TimeSpan.FromMinutes(1)).Select(tick => tick.Stream)));
        Assert.All(backlog, tick => Assert.True(tick.IsBacklog && tick.Heard > fleet.End && tick.Snapshot.Time <= fleet.End + ReferenceDay.Interval));
    }
}
