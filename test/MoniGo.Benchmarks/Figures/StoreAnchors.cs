namespace MoniGo.Benchmarks;

/// <summary>What other stores took for the same kind of day, measured once on a machine like the ones these run on.</summary>
/// <remarks>
/// 300 series, 24 h at 5 s, the same twelve classes; queries of 20 series at 300 points. Servers in Debian 12's versions, queries over
/// loopback HTTP with JSON.
/// </remarks>
internal static class StoreAnchors
{
    public static void WriteStorage(FigureWriter writer)
    {
        writer.Write("anchor_victoriametrics_bytes_per_sample", 1.13, "B (VictoriaMetrics 1.79.5, recorded)");
        writer.Write("anchor_prometheus_bytes_per_sample", 2.34, "B (Prometheus 2.42, recorded)");
        writer.Write("anchor_tstorage_bytes_per_sample", 4.5, "B (recorded)");
        writer.Write("anchor_sqlite_rows_bytes_per_sample", 20.1, "B (recorded)");
    }

    public static void WriteQuery(FigureWriter writer)
    {
        writer.Write("anchor_victoriametrics_24h_x20_ms", 7.7, "ms (recorded)");
        writer.Write("anchor_prometheus_24h_x20_ms", 32.9, "ms (recorded)");
        writer.Write("anchor_tstorage_24h_x20_ms", 900, "ms (recorded)");
    }
}
