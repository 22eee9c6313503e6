using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>What the requests of the page's endpoint were answered with, by status.</summary>
internal static class StatusesPanel
{
    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "statuses", "Answers by status",
        [
            new("Status", ColumnKind.Word), new("Reason", ColumnKind.Name), new("requests"), new("share %"), new("req/s", IsMinor: true),
            new("p50 ms", IsEstimate: true, IsMinor: true), new("p95 ms", IsEstimate: true), new("p99 ms", IsEstimate: true, IsMinor: true),
        ],
        ReadAsync)
    {
        Order = "most frequent first",
        About = "Status codes of the answers, with the exception where one ended the request. A failure that is much faster than "
            + "a success gives up early; one that is much slower runs into a timeout.",
        Empty = new("No requests in this range", "Each status appears here with its first answer."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var requests = reading.Select(PlatformInstruments.RequestDuration);
        return new((await EndpointStatuses.ReadAsync(reading.Engine, requests, reading.Range, cancellationToken)).Select(Row));
    }

    private static TableRow Row(EndpointStatusRow row) => new(
        [
            new(row.Status.Length > 0 ? row.Status : "none", Tone: ToneOf(row)),
            row.Error.Length > 0 ? row.Error : Unit.Write(null),
            Unit.Write(row.Durations.Count),
            Unit.Write(row.Share * 100),
            Unit.Write(row.Rate),
            Unit.Write(row.Durations.Quantile(0.5) * 1000),
            Unit.Write(row.Durations.Quantile(0.95) * 1000),
            Unit.Write(row.Durations.Quantile(0.99) * 1000),
        ])
    {
        Doubt = Doubts.OfFew(row.Durations.Count, "requests"),
    };

    private static Tone? ToneOf(EndpointStatusRow row) => row switch
    {
        { Error.Length: > 0 } or { Status: ['5', ..] } => Tone.Bad,
        { Status: ['4', ..] } => Tone.Warn,
        _ => null,
    };
}
