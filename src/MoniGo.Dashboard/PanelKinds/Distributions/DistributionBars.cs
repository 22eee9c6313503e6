using System.Collections.Immutable;
using System.Globalization;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Turns a histogram of seconds into bars on a logarithmic axis.</summary>
internal static class DistributionBars
{
    // More than so many bars are hairlines on a phone.
    private const int MostBars = 40;

    // Percent of the width that half a word takes.
    private const double Room = 6;

    /// <summary>Makes the bars, marks and ticks of a distribution that holds something.</summary>
    public static DistributionAnswer Of(ExponentialHistogram histogram)
    {
        var axis = Axis.Over(histogram, MostBars);
        var counts = Count(histogram, axis);
        var highest = (double)counts.Max();
        return new(
            [.. counts.Select((count, at) => new DistributionBar(Math.Round(count * 100 / highest, 1), count == 0 ? "" : $"{axis.TextOf(at)}: {count:#,0}"))],
            Apart(Mark("p50", 0.5), Mark("p95", 0.95), Mark("p99", 0.99)),
            [.. axis.Ticks()],
            Summarise(histogram));

        DistributionMark Mark(string name, double quantile) => new(axis.PlaceOf(histogram.Quantile(quantile)), name);
    }

    // The outer two are written away from each other; between them the middle one is only a line where it has no room.
    private static ImmutableArray<DistributionMark> Apart(DistributionMark low, DistributionMark middle, DistributionMark high) =>
        [low, middle.At - low.At < Room || high.At - middle.At < Room ? middle with { Text = "" } : middle, high];

    private static long[] Count(ExponentialHistogram histogram, Axis axis)
    {
        var counts = new long[axis.Bars];
        counts[0] = histogram.ZeroCount;
        for (var i = 0; i < histogram.Indices.Length; i++)
            counts[axis.BarOf(histogram.Indices[i])] += histogram.Counts[i];

        return counts;
    }

    private static string Summarise(ExponentialHistogram histogram)
    {
        string At(double quantile) => Unit.WriteDuration(Distribution.Quantile(histogram, quantile));
        return string.Create(CultureInfo.InvariantCulture, $"{histogram.Count:#,0} calls · p50 {At(0.5)} · p95 {At(0.95)} · p99 {At(0.99)} · longest {At(1)}");
    }

    /// <summary>The axis: whole bars of the same factor, from the shortest duration to the longest.</summary>
    private readonly record struct Axis(int First, int Width, int Bars)
    {
        private static readonly double[] Leads = [1, 2, 5];

        public static Axis Over(ExponentialHistogram histogram, int most)
        {
            var (low, high) = histogram.Indices.Length == 0 ? (0, 0) : (histogram.Indices[0], histogram.Indices[^1]);
            var width = 1;
            while (Floor(high, width) - Floor(low, width) >= most)
                width *= 2;

            return new(Floor(low, width) * width, width, Floor(high, width) - Floor(low, width) + 1);
        }

        public int BarOf(int bucket) => (bucket - First) / Width;

        public double PlaceOf(double seconds) =>
            seconds <= 0 ? 0 : Math.Round(Math.Clamp(((Math.Log2(seconds) * ExponentialBuckets.PerOctave) - First) / (Width * Bars) * 100, 0, 100), 1);

        public string TextOf(int bar) =>
            $"{Unit.WriteDuration(ExponentialBuckets.LowerBound(First + (bar * Width)))} to {Unit.WriteDuration(ExponentialBuckets.LowerBound(First + ((bar + 1) * Width)))}";

        // At most about eight, so that each has room on a phone.
        public IEnumerable<DistributionMark> Ticks()
        {
            var (low, high) = (ExponentialBuckets.LowerBound(First), ExponentialBuckets.LowerBound(First + (Width * Bars)));
            var leads = Math.Log10(high / low) > 2.5 ? Leads[..1] : Leads;
            var each = (int)Math.Ceiling(Math.Log10(high / low) / 8);
            for (var power = (int)Math.Floor(Math.Log10(low)); power <= Math.Log10(high); power += Math.Max(1, each))
            {
                foreach (var lead in leads)
                {
                    var seconds = lead * Math.Pow(10, power);
                    if (PlaceOf(seconds) is > 2 and < 97)
                        yield return new(PlaceOf(seconds), Unit.WriteDuration(seconds));
                }
            }
        }

        private static int Floor(int value, int width) => (int)Math.Floor((double)value / width);
    }
}
