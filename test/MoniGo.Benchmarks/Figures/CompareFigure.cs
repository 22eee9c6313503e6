using System.Diagnostics;
using System.Text.Json;
using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>The reference day in a real Prometheus and a real VictoriaMetrics, beside our own store, in one run.</summary>
/// <remarks>
/// Only on request: it fetches their Debian packages. They answer over HTTP with JSON and we in the process, which is how each is used;
/// bytes are those of the same samples with everything flushed.
/// </remarks>
internal sealed class CompareFigure : IFigure
{
    private const int Rounds = 40;
    private const int Step = 288;

    public string Name => "--compare";

    public string About => "on request: the same day in a real Prometheus and a real VictoriaMetrics";

    public async Task RunAsync(FigureWriter writer)
    {
        // Servers refuse what is older than their retention, so it is yesterday that they are given.
        var day = new ReferenceDay(new DateTimeOffset(DateTime.UtcNow.Date.AddDays(-1), TimeSpan.Zero));
        var (bytes, milliseconds) = await OwnAsync(writer, day);
        using var binaries = new DebianBinaries();
        using (var victoria = new VictoriaMetricsServer(binaries.Find("victoria-metrics")))
            await CompareAsync(writer, victoria, day, bytes, milliseconds);

        using (var prometheus = new PrometheusServer(binaries.Find("prometheus")))
            await CompareAsync(writer, prometheus, day, bytes, milliseconds);
    }

    private static async Task<(double Bytes, double Milliseconds)> OwnAsync(FigureWriter writer, ReferenceDay day)
    {
        await using var store = await OpenStore.KeepAsync(day, ReferenceDay.TicksPerDay, ReferenceDay.Interval);
        var samples = day.Floors().Sum(floor => floor.Samples);
        var queries = new HistoryQueries(store.Samples, day);
        var (milliseconds, _, _) = await queries.MeasureAsync(day.Start + TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromSeconds(Step));
        var bytes = store.BytesOf(0) / (double)samples;
        writer.Write("compared_bytes_per_sample", bytes, "B");
        writer.Write("compared_raw_24h_x20_ms", milliseconds, "ms");
        return (bytes, milliseconds);
    }

    private static async Task CompareAsync(FigureWriter writer, MetricServer server, ReferenceDay day, double ownBytes, double ownMilliseconds)
    {
        await server.StartAsync();
        var start = Stopwatch.GetTimestamp();
        var samples = await new RemoteWriter(day, [.. HistoryQueries.Asked(day).Select(series => series.Number)]).SendAsync(server.Client);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var bytes = await server.FlushAsync(samples) / (double)samples;
        var (milliseconds, points) = await QueryAsync(server.Client, day);

        writer.Write($"{server.Name}_bytes_per_sample", bytes, "B");
        writer.Write($"{server.Name}_samples_per_second", samples / seconds, "1/s (sender and HTTP included)");
        writer.Write($"{server.Name}_24h_x20_ms", milliseconds, "ms (HTTP and JSON included)");
        writer.Write($"{server.Name}_24h_x20_points", points, "");
        writer.Write($"{server.Name}_rss_mb", server.ResidentBytes / 1e6, "MB");
        writer.Write($"bytes_ratio_to_{server.Name}", ownBytes / bytes, "x");
        writer.Write($"query_ratio_to_{server.Name}", ownMilliseconds / milliseconds, "x");
    }

    private static async Task<(double Milliseconds, int Points)> QueryAsync(HttpClient client, ReferenceDay day)
    {
        var query = Uri.EscapeDataString($"avg_over_time({{{RemoteWriter.AskedLabel}=~\".+\"}}[{Step}s])");
        var (first, last) = (day.Start.AddSeconds(Step).ToUnixTimeSeconds(), day.Start.AddDays(1).ToUnixTimeSeconds());
        var path = $"/api/v1/query_range?query={query}&start={first}&end={last}&step={Step}";
        var (times, answer) = (new List<double>(), Array.Empty<byte>());
        for (var round = -Rounds; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            answer = await client.GetByteArrayAsync(path);
            if (round >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (times.Quantile(0.5), PointsIn(answer));
    }

    private static int PointsIn(byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("data").GetProperty("result").EnumerateArray().Sum(series => series.GetProperty("values").GetArrayLength());
    }
}
