using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads one page of the functions of a range, of ten thousand as of ten.</summary>
/// <remarks>
/// Of every function only what sorts is read, which is the durations and at most two counters; the other instruments and the trend are
/// read of the functions on the page.
/// </remarks>
internal static class FunctionList
{
    private static readonly InstrumentInfo[] Counters =
        [FunctionInstruments.Errors, FunctionInstruments.Allocated, FunctionInstruments.SelfDuration, FunctionInstruments.AttributedDuration];

    /// <summary>Reads a page; the running calls are those of <paramref name="latest"/>.</summary>
    public static async ValueTask<FunctionPage> ReadAsync(
        SeriesEngine engine, TimeRange range, FunctionQuery query, Snapshot? latest, CancellationToken cancellationToken = default)
    {
        var active = latest is null ? [] : SeriesTotals.Between(latest, null, new(FunctionInstruments.Active.Name)).ToList();
        var all = await ReadAsync(engine, range, [FunctionInstruments.Duration, .. Sorting(query.Order)], [], cancellationToken);
        var found = Sort(FunctionTable.Rows(all.Concat(active), range.Length.TotalSeconds).Where(row => Matches(row, query)), query).ToList();
        var skipped = Math.Min(query.Page - 1, Math.Max(0, found.Count - 1) / query.PageSize) * query.PageSize;
        FunctionRow[] page = [.. found.Skip(skipped).Take(query.PageSize)];
        return new(await CompleteAsync(engine, range, query, page, cancellationToken), skipped + 1, found.Count);
    }

    private static InstrumentInfo[] Sorting(FunctionOrder order) => order switch
    {
        FunctionOrder.Errors => [FunctionInstruments.Errors],
        FunctionOrder.Allocated => [FunctionInstruments.Allocated],
        FunctionOrder.Own => [FunctionInstruments.SelfDuration, FunctionInstruments.AttributedDuration],
        _ => [],
    };

    private static bool Matches(FunctionRow row, FunctionQuery query) =>
        (row.Calls > 0 || row.Active > 0) && row.Name.Contains(query.Search, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<FunctionRow> Sort(IEnumerable<FunctionRow> rows, FunctionQuery query)
    {
        if (query.Order == FunctionOrder.Name)
            return query.Descending ? rows.OrderByDescending(row => row.Name, StringComparer.OrdinalIgnoreCase) : rows.OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase);

        var sign = query.Descending ? -1 : 1;
        return rows.OrderBy(row => sign * Number(row, query.Order) ?? double.PositiveInfinity).ThenBy(row => row.Name, StringComparer.Ordinal);
    }

    private static double? Number(FunctionRow row, FunctionOrder order) => order switch
    {
        FunctionOrder.Calls => row.Calls,
        FunctionOrder.Errors => row.Errors,
        FunctionOrder.P50 => row.P50,
        FunctionOrder.P95 => row.P95,
        FunctionOrder.P99 => row.P99,
        FunctionOrder.Max => row.Max,
        FunctionOrder.Own => row.OwnShare,
        FunctionOrder.Allocated => row.AllocatedPerCall,
        FunctionOrder.Active => row.Active,
        _ => row.TotalSeconds,
    };

    private static async ValueTask<ImmutableArray<FunctionRow>> CompleteAsync(
        SeriesEngine engine, TimeRange range, FunctionQuery query, FunctionRow[] page, CancellationToken cancellationToken)
    {
        if (page.Length == 0)
            return [];

        ImmutableArray<TagMatcher> shown = [TagMatcher.AnyOf(FunctionInstruments.Function, [.. page.Select(row => row.Name)])];
        var totals = await ReadAsync(engine, range, Counters.Except(Sorting(query.Order)), shown, cancellationToken);
        var counted = FunctionTable.Rows(totals, 0).ToDictionary(row => row.Name, StringComparer.Ordinal);
        var trends = await FunctionTrends.ReadAsync(engine, range, shown, query.Step, cancellationToken);
        return [.. page.Select(row => With(row, counted.GetValueOrDefault(row.Name)) with { Trend = trends.GetValueOrDefault(row.Name, []) })];
    }

    private static FunctionRow With(FunctionRow row, FunctionRow? counted) => counted is null ? row : row with
    {
        ErrorsByType = row.ErrorsByType.IsEmpty ? counted.ErrorsByType : row.ErrorsByType,
        AllocatedBytes = row.AllocatedBytes ?? counted.AllocatedBytes,
        SelfSeconds = row.SelfSeconds ?? counted.SelfSeconds,
        AttributedSeconds = row.AttributedSeconds ?? counted.AttributedSeconds,
    };

    private static async ValueTask<IReadOnlyList<SeriesTotal>> ReadAsync(
        SeriesEngine engine, TimeRange range, IEnumerable<InstrumentInfo> instruments, ImmutableArray<TagMatcher> tags, CancellationToken cancellationToken)
    {
        var totals = new List<SeriesTotal>();
        foreach (var instrument in instruments)
            totals.AddRange(await engine.TotalsAsync(new(instrument.Name, tags), range, cancellationToken));

        return totals;
    }
}
