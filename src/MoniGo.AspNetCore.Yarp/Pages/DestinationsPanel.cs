using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>The destinations: how they stand now, and how they did over the range.</summary>
internal static class DestinationsPanel
{
    private const int Rows = 50;

    /// <summary>Gets the tile.</summary>
    public static FactPanel Healthy { get; } = new("destinations-healthy", "Destinations", ReadHealthy)
    {
        About = "Destinations that get requests, of all that are configured. YARP's own health checks judge.",
        Empty = new("No destinations", "There is no cluster."),
    };

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "destinations", "Destinations",
        [
            new("Destination", ColumnKind.Name), new("Cluster", ColumnKind.Word, IsMinor: true), new("Health", ColumnKind.Word), new("attempts/s"),
            new("failures", ColumnKind.Alarm), new("p50 ms", ColumnKind.Minor, IsEstimate: true), new("p95 ms", IsEstimate: true, IsMinor: true),
        ],
        ReadAsync)
    {
        Order = "busiest first",
        About = "What was sent to each destination over the range shown, and whether it gets requests now. Percentiles of fewer than 20 attempts are dimmed.",
        Empty = ForwardedPanel.Nothing,
    };

    private static TileAnswer ReadHealthy(PanelReading reading)
    {
        var readings = reading.Latest?.Find(ProxyInstruments.Healthy.Name)?.Samples ?? [];
        var healthy = readings.Count(one => one.Value > 0);
        return new($"{healthy}", $"of {readings.Length}", healthy < readings.Length ? $"{readings.Length - healthy} unhealthy" : null);
    }

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var rows = await ForwardedRow.ReadAsync(reading, ProxyInstruments.Cluster, ProxyInstruments.Destination, cancellationToken);
        var idle = (reading.Latest?.Find(ProxyInstruments.Healthy.Name)?.Samples ?? [])
            .Select(one => new ForwardedRow(one.Series.Tags[ProxyInstruments.Cluster] ?? "", one.Series.Tags[ProxyInstruments.Destination] ?? "")
            {
                Durations = ExponentialHistogram.Empty,
                Failures = 0,
            })
            .ExceptBy(rows.Select(Way), Way);
        return new(rows.Concat(idle).Take(Rows).Select(row => Row(row, reading)));
    }

    private static (string Cluster, string Destination) Way(ForwardedRow row) => (row.First, row.Second);

    private static TableRow Row(ForwardedRow row, PanelReading reading) => new(
    [
        row.Second,
        row.First,
        Health(row, reading),
        Unit.Write(row.Durations.Count / reading.Range.Length.TotalSeconds),
        Unit.Write(row.Failures),
        row.Quantile(0.5),
        row.Quantile(0.95),
    ])
    {
        Doubt = Doubts.OfFew(row.Durations.Count, "attempts"),
    };

    // Direct forwarding has no destinations that anybody checks.
    private static Cell Health(ForwardedRow row, PanelReading reading)
    {
        var tags = TagSet.Of(ProxyInstruments.Cluster, row.First).With(ProxyInstruments.Destination, row.Second);
        return reading.Latest?.Find(ProxyInstruments.Healthy.Name, tags)?.Value switch
        {
            null => new Cell(Unit.Write(null)),
            > 0 => new Cell("healthy", Tone: Tone.Good),
            _ => new Cell("unhealthy", Tone: Tone.Bad),
        };
    }
}
