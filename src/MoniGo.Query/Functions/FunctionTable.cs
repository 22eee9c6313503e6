using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads the traced functions of a snapshot, or between two of them.</summary>
/// <remarks>Rows come slowest 95th percentile first; <see cref="FunctionList"/> reads those of a range.</remarks>
internal static class FunctionTable
{
    private static readonly InstrumentInfo[] Instruments =
    [
        FunctionInstruments.Duration, FunctionInstruments.Errors, FunctionInstruments.Active,
        FunctionInstruments.Allocated, FunctionInstruments.SelfDuration, FunctionInstruments.AttributedDuration,
        FunctionInstruments.LastDuration, FunctionInstruments.LastStart,
    ];

    /// <summary>Reads every function since the process started.</summary>
    public static IReadOnlyList<FunctionRow> Read(Snapshot latest) => Read(latest, null);

    /// <summary>Reads every function between two snapshots; without a previous one, since the process started.</summary>
    public static IReadOnlyList<FunctionRow> Read(Snapshot latest, Snapshot? previous)
    {
        var seconds = (latest.Time - (previous?.Time ?? latest.Resource.StartTime)).TotalSeconds;
        var rows = Rows(Instruments.SelectMany(one => SeriesTotals.Between(latest, previous, new(one.Name))), seconds);
        return [.. rows.OrderByDescending(row => row.P95 ?? -1).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }

    /// <summary>Makes a row of each function, of whichever instruments were read, in no order.</summary>
    public static IEnumerable<FunctionRow> Rows(IEnumerable<SeriesTotal> totals, double seconds) =>
        from total in totals
        let name = total.Series.Tags[FunctionInstruments.Function]
        where name is not null
        group total by name into function
        select Row(function.Key, [.. function], seconds);

    private static FunctionRow Row(string name, SeriesTotal[] totals, double seconds)
    {
        var durations = Find(totals, FunctionInstruments.Duration)?.Histogram ?? ExponentialHistogram.Empty;
        var lastStart = Find(totals, FunctionInstruments.LastStart)?.Last;
        return new(name)
        {
            Durations = durations,
            Rate = seconds > 0 ? durations.Count / seconds : null,
            ErrorsByType = ErrorsByType(totals),
            AllocatedBytes = Find(totals, FunctionInstruments.Allocated)?.Increase,
            SelfSeconds = Find(totals, FunctionInstruments.SelfDuration)?.Increase,
            AttributedSeconds = Find(totals, FunctionInstruments.AttributedDuration)?.Increase,
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
