using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The endpoints that take longest, by their 95th percentile over the range.</summary>
internal static class SlowestEndpointsPanel
{
    private const int Rows = 8;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "slowest-endpoints", "Slowest endpoints",
        [
            new("Route", ColumnKind.Name), new("Method", ColumnKind.Word), new("req/s"), new("errors", ColumnKind.Alarm),
            new("p50 ms", ColumnKind.Minor), new("p95 ms"),
        ],
        ReadAsync)
    {
        About = "Routes with the highest 95th percentile over the range shown. Errors are answers with a status of 500 or above.",
        Empty = new("No requests yet", "Each route appears here with its first request."),
    };

    private static async ValueTask<ImmutableArray<ImmutableArray<string>>> ReadAsync(
        PanelReading reading, CancellationToken cancellationToken)
    {
        var endpoints = new Dictionary<(string Route, string Method), RangeTotal>();
        var all = RangeTotals.ReadAsync(reading, PlatformInstruments.RequestDuration, cancellationToken);
        await foreach (var (tags, total) in all.WithCancellation(cancellationToken))
        {
            var key = (tags[PlatformInstruments.Route] ?? "(no route)", tags[PlatformInstruments.Method] ?? "");
            var failed = tags[PlatformInstruments.StatusCode]?.StartsWith('5') == true;
            endpoints[key] = endpoints.GetValueOrDefault(key, RangeTotal.None).Plus(total, failed);
        }

        var seconds = reading.Range.Length.TotalSeconds;
        return
        [
            .. endpoints
                .Where(endpoint => endpoint.Value.Count > 0)
                .OrderByDescending(endpoint => endpoint.Value.Quantile(0.95))
                .Take(Rows)
                .Select(endpoint => ImmutableArray.Create(
                    endpoint.Key.Route,
                    endpoint.Key.Method,
                    Unit.Write(endpoint.Value.Count / seconds),
                    Unit.Write(endpoint.Value.Failed),
                    Unit.Write(endpoint.Value.Quantile(0.5) * 1000),
                    Unit.Write(endpoint.Value.Quantile(0.95) * 1000))),
        ];
    }
}
