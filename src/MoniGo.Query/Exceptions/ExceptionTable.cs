using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Joins the groups of exceptions with how often the store saw each in a range.</summary>
internal static class ExceptionTable
{
    /// <summary>Reads the groups that were seen in a range, latest seen first.</summary>
    /// <remarks>A group of which the history knows nothing yet counts by when it was seen last.</remarks>
    public static async ValueTask<IReadOnlyList<ExceptionRow>> ReadAsync(
        SeriesEngine engine, IExceptionGroups groups, TimeRange range, CancellationToken cancellationToken = default)
    {
        var totals = await engine.TotalsAsync(new(ExceptionInstruments.Count.Name), range, cancellationToken);
        var counts = totals
            .GroupBy(total => total.Series.Tags[ExceptionInstruments.Group] ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (long)group.Sum(total => total.Increase), StringComparer.Ordinal);
        return
        [
            .. from known in groups.List()
               let count = counts.GetValueOrDefault(known.Id)
               where count > 0 || range.Contains(known.LastSeen)
               select new ExceptionRow(known, count),
        ];
    }
}
