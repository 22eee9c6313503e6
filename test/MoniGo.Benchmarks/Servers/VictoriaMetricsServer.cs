using System.Globalization;

namespace MoniGo.Benchmarks;

/// <summary>A real VictoriaMetrics.</summary>
internal sealed class VictoriaMetricsServer(string binary) : MetricServer(binary)
{
    private const int MaxAttempts = 120;

    public override string Name => "victoriametrics";

    /// <summary>Asks for a flush and waits for it: parts that are still in memory come to disk some seconds later.</summary>
    public override async Task<long> FlushAsync(long samples)
    {
        using var answer = await Client.GetAsync("/internal/force_flush");
        answer.EnsureSuccessStatusCode();
        for (var attempt = 0; RowsOnDisk() < samples; attempt++)
        {
            if (attempt == MaxAttempts)
                throw new InvalidOperationException($"{RowsOnDisk()} of {samples} samples came to disk.");

            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        return BytesIn(Path.Combine(DataPath, "data")) + BytesIn(Path.Combine(DataPath, "indexdb"));
    }

    protected override string[] Arguments(int port) =>
    [
        $"-storageDataPath={DataPath}",
        $"-httpListenAddr=127.0.0.1:{port}",
        "-retentionPeriod=7d",
        "-dedup.minScrapeInterval=1ms",
        "-search.latencyOffset=1s",
        "-search.disableCache", // the same question is asked again and again
        "-loggerLevel=WARN",
    ];

    /// <summary>A part is a directory named rows_blocks_from_to_number, below those of size and month.</summary>
    private long RowsOnDisk() =>
        (from size in (string[])["small", "big"]
         from month in Directory.EnumerateDirectories(Path.Combine(DataPath, "data", size))
         from part in Directory.EnumerateDirectories(month)
         select long.TryParse(Path.GetFileName(part).Split('_')[0], CultureInfo.InvariantCulture, out var rows) ? rows : 0).Sum();
}
