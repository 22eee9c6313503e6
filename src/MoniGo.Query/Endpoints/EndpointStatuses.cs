using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Tells the requests of an endpoint apart by the status they were answered with.</summary>
/// <remarks>Rows come most frequent first.</remarks>
internal static class EndpointStatuses
{
    /// <summary>Reads the statuses of the selected requests over a range.</summary>
    public static async ValueTask<IReadOnlyList<EndpointStatusRow>> ReadAsync(
        SeriesEngine engine, SeriesSelector requests, TimeRange range, CancellationToken cancellationToken = default)
    {
        var totals = await engine.TotalsAsync(requests, range, cancellationToken);
        var all = totals.Sum(total => total.Histogram?.Count ?? 0);
        return
        [
            .. from total in totals
               where total.Histogram is { Count: > 0 }
               group total.Histogram! by Status(total.Series.Tags) into same
               let durations = Merge(same)
               orderby durations.Count descending, same.Key
               select new EndpointStatusRow(
                   same.Key.Status, same.Key.Error, durations, durations.Count / range.Length.TotalSeconds, (double)durations.Count / all),
        ];
    }

    private static (string Status, string Error) Status(TagSet tags)
    {
        var (status, error) = (tags[PlatformInstruments.StatusCode] ?? "", tags[PlatformInstruments.ErrorType] ?? "");

        // Without an exception, ASP.NET Core repeats the code of a failure as its reason.
        return (status, string.Equals(status, error, StringComparison.Ordinal) ? "" : error);
    }

    private static ExponentialHistogram Merge(IEnumerable<ExponentialHistogram> histograms)
    {
        var merged = new HistogramAccumulator();
        foreach (var histogram in histograms)
            merged.Add(histogram);

        return merged.ToHistogram();
    }
}
