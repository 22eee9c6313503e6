using System.Text.Json;

namespace MoniGo.Benchmarks;

/// <summary>A real Prometheus that takes remote writes.</summary>
internal sealed class PrometheusServer(string binary) : MetricServer(binary)
{
    public override string Name => "prometheus";

    /// <summary>Writes its head as a block beside those it has made, in a snapshot that holds everything.</summary>
    public override async Task<long> FlushAsync(long samples)
    {
        using var answer = await Client.PostAsync("/api/v1/admin/tsdb/snapshot", content: null);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var name = json.RootElement.GetProperty("data").GetProperty("name").GetString()!;
        return BytesIn(Path.Combine(DataPath, "snapshots", name));
    }

    protected override string[] Arguments(int port)
    {
        var configuration = Path.Combine(DataPath, "prometheus.yml");
        File.WriteAllText(configuration, "global: {}\n");
        return
        [
            $"--config.file={configuration}",
            $"--storage.tsdb.path={DataPath}",
            $"--web.listen-address=127.0.0.1:{port}",
            "--web.enable-remote-write-receiver",
            "--web.enable-admin-api",
            "--log.level=warn",
        ];
    }
}
