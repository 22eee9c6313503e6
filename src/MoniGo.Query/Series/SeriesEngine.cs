using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Answers series queries from the store, and from the latest two snapshots.</summary>
/// <remarks>Thread-safe. Both ways reduce through the same <see cref="GroupWindow"/>, so a chart's range and its live tick agree.</remarks>
internal sealed class SeriesEngine(ISampleReader reader, StreamId? stream = null)
{
    /// <summary>Most points that one line of an answer has.</summary>
    public const int MaxPoints = 600;

    private readonly StreamId _stream = stream ?? StreamId.Local;

    /// <summary>Answers over a range, in windows of <paramref name="step"/>.</summary>
    /// <remarks>
    /// Only whole windows are answered: the range is moved back to multiples of the step, as an unfinished window would read as
    /// a drop. A step too fine for <see cref="MaxPoints"/> is widened.
    /// </remarks>
    public async ValueTask<IReadOnlyList<SeriesResult>> RangeAsync(
        SeriesQuery query, TimeRange range, TimeSpan step, CancellationToken cancellationToken = default)
    {
        var fitting = Steps.Fit(range, step);
        var aligned = Steps.Align(range, fitting);
        var groups = new SeriesGroups(query);
        var question = new SampleQuery(_stream, query.Selector, aligned, fitting);
        await foreach (var series in reader.ReadAsync(question, cancellationToken))
        {
            foreach (var window in series.Windows)
                groups.Add(series.Series, window);
        }

        return groups.ToResults(fitting.TotalSeconds);
    }

    /// <summary>Answers for the time between two neighbouring snapshots, one point a group.</summary>
    /// <remarks>Rates are over the real time between the two. Without a previous one there are none, and quantiles are those since the start.</remarks>
    public static IReadOnlyList<SeriesResult> Instant(SeriesQuery query, Snapshot latest, Snapshot? previous)
    {
        var needsTwo = query.InTime is TimeReduction.Increase or TimeReduction.Rate;
        var seconds = previous is null ? 0 : (latest.Time - previous.Time).TotalSeconds;
        if (needsTwo && seconds <= 0)
            return [];

        var groups = new SeriesGroups(query);
        foreach (var total in SeriesTotals.Between(latest, previous, query.Selector))
            groups.Add(total.Series, new(latest.Time, 1, total.Last, total.Last, total.Last, total.Last, total.Increase, total.Histogram));

        return groups.ToResults(seconds);
    }

    /// <summary>Adds up each selected series over the whole range, for tables.</summary>
    public async ValueTask<IReadOnlyList<SeriesTotal>> TotalsAsync(
        SeriesSelector selector, TimeRange range, CancellationToken cancellationToken = default)
    {
        var totals = new List<SeriesTotal>();
        if (range.Length <= TimeSpan.Zero)
            return totals;

        var question = new SampleQuery(_stream, selector, range, range.Length);
        await foreach (var series in reader.ReadAsync(question, cancellationToken))
            totals.Add(SeriesTotals.Of(series));

        return totals;
    }
}
