using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads the HTTP endpoints from the request durations that ASP.NET Core publishes.</summary>
/// <remarks>Rows come largest share of time first; endpoints without a request in the time asked for are left out.</remarks>
internal static class EndpointTable
{
    private static readonly SeriesSelector Requests = new(PlatformInstruments.RequestDuration);

    /// <summary>Reads the endpoints between two snapshots; without a previous one, since the process started.</summary>
    public static IReadOnlyList<EndpointRow> Read(Snapshot latest, Snapshot? previous)
    {
        var seconds = (latest.Time - (previous?.Time ?? latest.Resource.StartTime)).TotalSeconds;
        return Rows(SeriesTotals.Between(latest, previous, Requests), seconds);
    }

    /// <summary>Reads the endpoints over a range.</summary>
    public static async ValueTask<IReadOnlyList<EndpointRow>> ReadAsync(
        SeriesEngine engine, TimeRange range, CancellationToken cancellationToken = default) =>
        Rows(await engine.TotalsAsync(Requests, range, cancellationToken), range.Length.TotalSeconds);

    /// <summary>Gives a route the form that rows have.</summary>
    /// <remarks>Minimal APIs report "/orders", MVC and Razor Pages "orders": to people both are the same path.</remarks>
    /// <param name="reported">What the tag of the route holds; null or empty where no route matched.</param>
    public static string RouteOf(string? reported) =>
        reported is not { Length: > 0 } route ? EndpointRow.Unmatched : route[0] == '/' ? route : "/" + route;

    private static IReadOnlyList<EndpointRow> Rows(IEnumerable<SeriesTotal> totals, double seconds)
    {
        var recorded = totals.Where(total => total.Histogram is { Count: > 0 }).ToList();
        var allTime = recorded.Where(IsAnswered).Sum(total => total.Histogram!.Sum);
        return
        [
            .. from total in recorded
               group total by (Route: RouteOf(total.Series.Tags[PlatformInstruments.Route]), Method: total.Series.Tags[PlatformInstruments.Method] ?? "") into endpoint
               let row = Row(endpoint.Key.Route, endpoint.Key.Method, [.. endpoint], seconds, allTime)
               orderby row.TotalSeconds descending, row.Route, row.Method
               select row,
        ];
    }

    private static EndpointRow Row(string route, string method, SeriesTotal[] totals, double seconds, double allTime)
    {
        var merged = new HistogramAccumulator();
        foreach (var total in totals.Where(IsAnswered))
            merged.Add(total.Histogram!);

        var (requests, durations) = (totals.Sum(total => total.Histogram!.Count), merged.ToHistogram());
        return new(route, method)
        {
            Requests = requests,
            Rate = seconds > 0 ? requests / seconds : null,
            Errors = totals.Where(total => IsError(total.Series.Tags)).Sum(total => total.Histogram!.Count),
            Successes = CountOf(totals, 200),
            Redirects = CountOf(totals, 300),
            ServerErrors = CountOf(totals, 500),
            ClientErrors = CountOf(totals, 400),
            P50 = Distribution.Quantile(durations, 0.5),
            P95 = Distribution.Quantile(durations, 0.95),
            P99 = Distribution.Quantile(durations, 0.99),
            Mean = Distribution.Mean(durations),
            TotalSeconds = durations.Sum,
            TimeShare = allTime > 0 ? durations.Sum / allTime : 0,
        };
    }

    private static long CountOf(SeriesTotal[] totals, int firstStatus) =>
        totals.Where(total => Status(total.Series.Tags) is { } status && status >= firstStatus && status < firstStatus + 100).Sum(total => total.Histogram!.Count);

    private static bool IsAnswered(SeriesTotal total) => RequestDurations.AreAnswered(total.Series.Tags);

    private static bool IsError(TagSet tags) => Status(tags) >= 500 || tags[PlatformInstruments.ErrorType] is { Length: > 0 };

    private static int? Status(TagSet tags) =>
        int.TryParse(tags[PlatformInstruments.StatusCode], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
}
