using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Reads what each series of an instrument recorded over the range shown, from the store.</summary>
internal static class RangeTotals
{
    // A table needs one total; a few windows let the store use its coarse tiers and keep the edges within a few percent.
    private const int Windows = 30;

    /// <summary>Reads the totals of every series of an instrument.</summary>
    public static async IAsyncEnumerable<(TagSet Tags, RangeTotal Total)> ReadAsync(
        PanelReading reading, string instrument, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var step = TimeSpan.FromTicks(Math.Max(reading.Grid.Step.Ticks, reading.Range.Length.Ticks / Windows));
        var query = new SampleQuery(StreamId.Local, new(instrument), reading.Range, ViewSteps.For(step * Query.SeriesEngine.MaxPoints, reading.Grid.Step));
        await foreach (var series in reading.Store.ReadAsync(query, cancellationToken))
        {
            var total = RangeTotal.None;
            foreach (var window in series.Windows)
                total = total.Plus(OfWindow(window), failed: false);

            yield return (series.Series.Tags, total);
        }
    }

    private static RangeTotal OfWindow(SampleWindow window)
    {
        if (window.Histogram is not { } histogram)
            return new(window.Increase, 0, double.NaN, null);

        // The difference of two readings does not know its largest value; the top quantile is within 2.2 % of it.
        var max = double.IsNaN(histogram.Max) ? histogram.Quantile(1) : histogram.Max;
        return new(histogram.Count, 0, max, histogram);
    }
}
