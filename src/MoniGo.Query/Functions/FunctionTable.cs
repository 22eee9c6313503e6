using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads the traced functions: of a snapshot, between two of them, or over a range.</summary>
/// <remarks>Rows come slowest 95th percentile first.</remarks>
internal static class FunctionTable
{
    private static readonly InstrumentInfo[] Instruments =
    [
        FunctionInstruments.Duration, FunctionInstruments.Errors, FunctionInstruments.Active,
        FunctionInstruments.Allocated, FunctionInstruments.LastDuration, FunctionInstruments.LastStart,
    ];

    /// <summary>Reads every function since the process started.</summary>
    public static IReadOnlyList<FunctionRow> Read(Snapshot latest) => Read(latest, null);

    /// <summary>Reads every function between two snapshots; without a previous one, since the process started.</summary>
    public static IReadOnlyList<FunctionRow> Read(Snapshot latest, Snapshot? previous)
    {
        var seconds = (latest.Time - (previous?.Time ?? latest.Resource.StartTime)).TotalSeconds;
        return Rows(Instruments.SelectMany(one => SeriesTotals.Between(latest, previous, new(one.Name))), seconds);
    }

    /// <summary>Reads the slowest functions of a range.</summary>
    public static async ValueTask<IReadOnlyList<FunctionRow>> SlowestAsync(
        SeriesEngine engine, TimeRange range, int limit, CancellationToken cancellationToken = default)
    {
        var totals = new List<SeriesTotal>();
        foreach (var instrument in Instruments)
            totals.AddRange(await engine.TotalsAsync(new(instrument.Name), range, cancellationToken));

        return [.. Rows(totals, range.Length.TotalSeconds).Where(row => row.Calls > 0).Take(limit)];
    }

    private static IReadOnlyList<FunctionRow> Rows(IEnumerable<SeriesTotal> totals, double seconds) =>
        [.. from total in totals
            let name = total.Series.Tags[FunctionInstruments.Function]
            where name is not null
            group total by name into function
            let row = Row(function.Key, [.. function], seconds)
            orderby row.P95 ?? -1 descending, row.Name
            select row];

    private static FunctionRow Row(string name, SeriesTotal[] totals, double seconds)
    {
        var durations = Find(totals, FunctionInstruments.Duration)?.Histogram ?? ExponentialHistogram.Empty;
        var lastStart = Find(totals, FunctionInstruments.LastStart)?.Last;
        return new(name)
        {
            Calls = durations.Count,
            Rate = seconds > 0 ? durations.Count / seconds : null,
            ErrorsByType = ErrorsByType(totals),
            P50 = Distribution.Quantile(durations, 0.5),
            P90 = Distribution.Quantile(durations, 0.9),
            P95 = Distribution.Quantile(durations, 0.95),
            P99 = Distribution.Quantile(durations, 0.99),
            Max = Distribution.Quantile(durations, 1),
            Mean = Distribution.Mean(durations),
            TotalSeconds = durations.Sum,
            AllocatedBytes = Find(totals, FunctionInstruments.Allocated)?.Increase,
            Active = (long)(Find(totals, FunctionInstruments.Active)?.Last ?? 0),
            LastStart = lastStart > 0 ? DateTimeOffset.UnixEpoch.AddSeconds(lastStart.Value) : null,
            LastDuration = Find(totals, FunctionInstruments.LastDuration)?.Last,
        };
    }

    private static ImmutableArray<KeyValuePair<string, long>> ErrorsByType(SeriesTotal[] totals) =>
        [.. from total in totals
            where total.Series.Instrument.Name == FunctionInstruments.Errors.Name && total.Increase > 0
            orderby total.Increase descending
            select KeyValuePair.Create(total.Series.Tags[FunctionInstruments.ErrorType] ?? "", (long)total.Increase)];

    private static SeriesTotal? Find(SeriesTotal[] totals, InstrumentInfo instrument)
    {
        foreach (var total in totals)
        {
            if (total.Series.Instrument.Name == instrument.Name)
                return total;
        }

        return null;
    }
}
