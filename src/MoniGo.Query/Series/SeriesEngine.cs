using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Answers series queries from the store, and from the latest two snapshots.</summary>
/// <remarks>Thread-safe. Both ways reduce through the same <see cref="GroupWindow"/>, so a chart's range and its live tick agree.</remarks>
internal sealed class SeriesEngine(ISampleReader reader, StreamId? stream = null)
{
    /// <summary>Most points that one line of an answer has.</summary>
    public const int MaxPoints = 600;

    private static readonly TimeSpan WidestStep = TimeSpan.FromDays(366);

    private readonly StreamId _stream = stream ?? StreamId.Local;

    /// <summary>Answers over a range, in windows of <paramref name="step"/>.</summary>
    /// <remarks>
    /// Only whole windows are answered: the range is moved back to multiples of the step, as an unfinished window would read as
    /// a drop. A step too fine for <see cref="MaxPoints"/>, such as zero, is widened.
    /// </remarks>
    /// <exception cref="ArgumentException">The range ends before it starts, or the step is not from zero to 366 days.</exception>
    public async ValueTask<IReadOnlyList<SeriesResult>> RangeAsync(
        SeriesQuery query, TimeRange range, TimeSpan step, CancellationToken cancellationToken = default)
    {
        Check(range, step);
        var fitting = Steps.Fit(range, step);
        var aligned = Steps.Align(range, fitting);
        var groups = new SeriesGroups(query);
        var question = new SampleQuery(_stream, query.Selector, Deltas.Reach(query, aligned, fitting), fitting);
        await foreach (var series in reader.ReadAsync(question, cancellationToken))
            groups.Add(series.Series, (query.InTime == TimeReduction.Delta ? Deltas.Of(series, aligned.Start) : series.Windows).AsSpan());

        return groups.ToResults(fitting.TotalSeconds);
    }

    /// <summary>Answers for the time between two neighbouring snapshots, one point a group.</summary>
    /// <remarks>Growth is over the real time between the two. Without a previous one there is none, and quantiles are those since the start.</remarks>
    public static IReadOnlyList<SeriesResult> Instant(SeriesQuery query, Snapshot latest, Snapshot? previous)
    {
        var needsTwo = query.InTime is TimeReduction.Increase or TimeReduction.Rate or TimeReduction.Delta;
        var seconds = previous is null ? 0 : (latest.Time - previous.Time).TotalSeconds;
        if (needsTwo && seconds <= 0)
            return [];

        var groups = new SeriesGroups(query);
        foreach (var total in SeriesTotals.Between(latest, previous, query.Selector))
        {
            var increase = query.InTime == TimeReduction.Delta ? Deltas.Of(total) : total.Increase;
            if (increase is { } growth)
                groups.Add(total.Series, [new(latest.Time, 1, total.Last, total.Last, total.Last, total.Last, growth, total.Histogram)]);
        }

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

    /// <summary>Reads each selected series in windows of <paramref name="step"/>, as they are kept.</summary>
    public async ValueTask<IReadOnlyList<SeriesWindows>> WindowsAsync(
        SeriesSelector selector, TimeRange range, TimeSpan step, CancellationToken cancellationToken = default)
    {
        Check(range, step);
        var found = new List<SeriesWindows>();
        if (range.Length <= TimeSpan.Zero)
            return found;

        await foreach (var series in reader.ReadAsync(new(_stream, selector, range, step), cancellationToken))
            found.Add(series);

        return found;
    }

    private static void Check(TimeRange range, TimeSpan step)
    {
        if (range.End < range.Start)
            throw new ArgumentException("A range must not end before it starts.", nameof(range));

        if (step < TimeSpan.Zero || step > WidestStep)
            throw new ArgumentOutOfRangeException(nameof(step), step, "A step must be from zero to 366 days.");
    }
}
