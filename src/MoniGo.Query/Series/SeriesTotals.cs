using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads what series did between two snapshots, since the start, or in a run of windows.</summary>
internal static class SeriesTotals
{
    /// <summary>Reads the selected series between two snapshots; without a previous one, since the process started.</summary>
    public static IEnumerable<SeriesTotal> Between(Snapshot latest, Snapshot? previous, SeriesSelector selector)
    {
        var samples = latest.Find(selector.Instrument)?.Samples ?? [];
        var earlier = previous?.Find(selector.Instrument)?.Samples ?? [];
        var sameRun = previous?.Epoch == latest.Epoch;
        Dictionary<SeriesKey, Sample>? bySeries = null;
        for (var i = 0; i < samples.Length; i++)
        {
            var sample = samples[i];
            if (!selector.Matches(sample.Series.Tags))
                continue;

            // Snapshots list the same instances in the same order nearly always, which spares hashing the tags.
            Sample? before = i < earlier.Length && ReferenceEquals(earlier[i].Series, sample.Series) ? earlier[i]
                : (bySeries ??= BySeries(earlier)).TryGetValue(sample.Series, out var found) ? found
                : null;
            yield return new(
                sample.Series, sample.Value, Growth(sample, before, sameRun), sample.Histogram?.Since(sameRun ? before?.Histogram : null), before?.Value);
        }
    }

    /// <summary>Adds up the windows of one series.</summary>
    public static SeriesTotal Of(SeriesWindows series)
    {
        HistogramAccumulator? recorded = null;
        var increase = 0d;
        foreach (var window in series.Windows)
        {
            increase += window.Increase;
            if (window.Histogram is { } histogram)
                (recorded ??= new()).Add(histogram);
        }

        return new(series.Series, series.Windows[^1].Last, increase, recorded?.ToHistogram());
    }

    private static Dictionary<SeriesKey, Sample> BySeries(ImmutableArray<Sample> samples)
    {
        var bySeries = new Dictionary<SeriesKey, Sample>(samples.Length);
        foreach (var sample in samples)
            bySeries[sample.Series] = sample; // two sources may have published the same series

        return bySeries;
    }

    // As the stores count: a counter that falls was reset, a histogram starts anew with each run, a gauge does not grow.
    private static double Growth(in Sample sample, Sample? before, bool sameRun) => sample.Series.Instrument.Kind switch
    {
        InstrumentKind.Gauge => 0,
        InstrumentKind.UpDownCounter => sample.Value - (before?.Value ?? 0),
        InstrumentKind.Histogram when !sameRun => sample.Value,
        _ => sample.Value < before?.Value ? sample.Value : sample.Value - (before?.Value ?? 0),
    };
}
