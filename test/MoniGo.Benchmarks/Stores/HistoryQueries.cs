using System.Diagnostics;
using MoniGo.Signals;
using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>Asks a store for 20 series of mixed kind, as a page of charts does.</summary>
internal sealed class HistoryQueries(ISampleReader reader, ReferenceDay day)
{
    private const int Rounds = 40;
    private const int Charts = 20;

    /// <summary>Gets the series asked for: every fifteenth, so that each class has its share.</summary>
    public static IEnumerable<ReferenceSeries> Asked(ReferenceDay day) =>
        day.Series.Where(series => series.Number % (day.Series.Count / Charts) == 7);

    /// <summary>Median milliseconds of one round of all queries, by the clock and by the processor, and the points that it gave.</summary>
    public async Task<(double Milliseconds, double CpuMilliseconds, int Points)> MeasureAsync(DateTimeOffset end, TimeSpan length, TimeSpan step)
    {
        var queries = Asked(day).Select(series => QueryOf(series.Key, new(end - length, end), step)).ToArray();
        var (times, cpuTimes, points) = (new List<double>(), new List<double>(), 0);
        for (var round = -Rounds; round < Rounds; round++)
        {
            if (round % (Rounds / 4) == 0 && round <= 0)
                await Compiler.SettleAsync();

            var (start, cpu) = (Stopwatch.GetTimestamp(), CpuTime.OfThread());
            points = await AskAsync(queries); // never waits, so it stays on this thread
            if (round < 0)
                continue;

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            cpuTimes.Add((CpuTime.OfThread() - cpu) / 1e6);
        }

        return (times.Quantile(0.5), cpuTimes.Quantile(0.5), points);
    }

    private static SampleQuery QueryOf(SeriesKey series, TimeRange range, TimeSpan step)
    {
        var tags = series.Tags.Select(tag => new TagMatcher(tag.Key, tag.Value));
        return new(StreamId.Local, new SeriesSelector(series.Instrument.Name, [.. tags]), range, step);
    }

    private async Task<int> AskAsync(SampleQuery[] queries)
    {
        var points = 0;
        foreach (var query in queries)
        {
            await foreach (var series in reader.ReadAsync(query))
                points += series.Windows.Length;
        }

        return points;
    }
}
