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

    /// <summary>Median milliseconds of one round of all queries, and the points that it gave.</summary>
    public async Task<(double Milliseconds, int Points)> MeasureAsync(DateTimeOffset end, TimeSpan length, TimeSpan step)
    {
        var queries = Asked(day).Select(series => QueryOf(series.Key, new(end - length, end), step)).ToArray();
        var (times, points) = (new List<double>(), 0);
        for (var round = -Rounds; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            points = await AskAsync(queries);
            if (round >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (times.Quantile(0.5), points);
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
