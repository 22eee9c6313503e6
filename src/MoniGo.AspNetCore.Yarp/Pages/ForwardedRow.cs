using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>What was forwarded over a range, added up by two of its tags.</summary>
/// <param name="First">Value of the first tag.</param>
/// <param name="Second">Value of the second.</param>
internal sealed record ForwardedRow(string First, string Second)
{
    /// <summary>Gets the durations of its attempts.</summary>
    public required ExponentialHistogram Durations { get; init; }

    /// <summary>Gets the attempts that failed.</summary>
    public required long Failures { get; init; }

    /// <summary>Reads a quantile in milliseconds, as a table writes it.</summary>
    public string Quantile(double quantile) => Unit.Write(Distribution.Quantile(Durations, quantile) * 1000);

    /// <summary>Reads the rows, busiest first.</summary>
    public static async ValueTask<IReadOnlyList<ForwardedRow>> ReadAsync(
        PanelReading reading, string first, string second, CancellationToken cancellationToken)
    {
        var totals = await reading.Engine.TotalsAsync(reading.Select(ProxyInstruments.Duration), reading.Range, cancellationToken);
        return
        [
            .. from total in totals
               where total.Histogram is { Count: > 0 }
               group total by (total.Series.Tags[first] ?? "", total.Series.Tags[second] ?? "") into way
               let row = Sum(way.Key, way)
               orderby row.Durations.Count descending, row.First, row.Second
               select row,
        ];
    }

    private static ForwardedRow Sum((string First, string Second) key, IEnumerable<SeriesTotal> totals)
    {
        var (durations, failures) = (new HistogramAccumulator(), 0L);
        foreach (var total in totals)
        {
            durations.Add(total.Histogram!);
            failures += total.Series.Tags[ProxyInstruments.ErrorType] is null ? 0 : total.Histogram!.Count;
        }

        return new(key.First, key.Second) { Durations = durations.ToHistogram(), Failures = failures };
    }
}
