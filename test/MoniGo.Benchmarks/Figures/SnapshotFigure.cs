using System.Diagnostics;

namespace MoniGo.Benchmarks;

/// <summary>What it costs a caller to read the current state: latency alone, and throughput with 64 callers.</summary>
internal sealed class SnapshotFigure : IFigure
{
    private const int Reads = 1_000;
    private const int Callers = 64;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public string Name => "snapshot";

    public string About => "what reading the current state costs a caller";

    public async Task RunAsync(FigureWriter writer)
    {
        using var host = new Child(HostChild.Name, HostChild.MoniGo);
        var address = host.Read().Split(' ')[0];
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Callers }) { BaseAddress = new Uri(address) };
        await ReadAsync(client, writer);
    }

    private static async Task ReadAsync(HttpClient client, FigureWriter writer)
    {
        for (var i = 0; i < 50; i++)
            await client.GetStringAsync("/hello/1");

        writer.Write("api_metrics_p50_ms", await MedianAsync(client, "/monigo/api/v1/metrics"), "ms");
        writer.Write("metrics_text_p50_ms", await MedianAsync(client, "/monigo/metrics"), "ms");
        writer.Write("anchor_hello_p50_ms", await MedianAsync(client, "/hello/1"), "ms");
        writer.Write("requests_per_second_64", await ThroughputAsync(client, "/monigo/api/v1/metrics"), "1/s");
        writer.Write("anchor_hello_per_second_64", await ThroughputAsync(client, "/hello/1"), "1/s");
    }

    private static async Task<double> MedianAsync(HttpClient client, string path)
    {
        var times = new double[Reads];
        for (var i = -Reads / 2; i < Reads; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(path);
            if (i >= 0)
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Reads / 2];
    }

    private static async Task<double> ThroughputAsync(HttpClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(start) < Duration; count++)
                await client.GetByteArrayAsync(path);

            return count;
        }));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
