using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>What a source of ticks shows, as text that can be compared.</summary>
internal static class ShownRows
{
    /// <summary>Lists every sample of a source, decoded.</summary>
    public static IEnumerable<string> Of(IRowSource source)
    {
        var rows = new SeriesRows();
        for (var at = 0; at < source.Series.Series.Length; at++)
        {
            Assert.True(source.Read(at, rows));
            Assert.Equal(rows.Count == source.Axis.Count, rows.IsDense);
            Assert.True(rows.Count > 0);
            for (var i = 0; i < rows.Count; i++)
                yield return Line(source.Series.Series[at], RunOf(source.Axis, rows.RowOf(i)), rows.Last[i], rows.Histograms?.At(i));
        }
    }

    /// <summary>Lists every sample of ticks the same way.</summary>
    public static IEnumerable<string> Of(IEnumerable<Snapshot> ticks, string? instrument = null) =>
        from sample in (from tick in TroubledTicks.Sorted(ticks)
                        from family in tick.Families
                        from sample in family.Samples
                        where instrument is null || sample.Series.Instrument.Name == instrument
                        select (Sample: sample, Tick: (tick.Time.UtcTicks, tick.Epoch, tick.Sequence))).OrderBy(pair => pair.Sample.Series, SeriesOrder.Instance)
        select Line(sample.Sample.Series, sample.Tick, sample.Sample.Value, sample.Sample.Histogram);

    private static (long Time, long Epoch, long Sequence) RunOf(RowAxis axis, int row)
    {
        var run = axis.Runs.Single(run => run.FirstRow <= row && row < run.End);
        return (axis.Times[row], run.Epoch, run.SequenceOf(row));
    }

    private static string Line(SeriesKey series, (long Time, long Epoch, long Sequence) tick, double value, ExponentialHistogram? histogram) =>
        $"{series} {tick} {BitConverter.DoubleToInt64Bits(value):x} {Text(histogram)}";

    private static string Text(ExponentialHistogram? histogram) => histogram is null ? ""
        : $"{string.Join(',', histogram.Indices.ToArray())} {string.Join(',', histogram.Counts.ToArray())} {histogram.ZeroCount} {histogram.Sum:r} {histogram.Min:r} {histogram.Max:r}";
}
