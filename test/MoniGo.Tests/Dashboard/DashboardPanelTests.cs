using System.Text.Json;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class DashboardPanelTests
{
    [Fact]
    public async Task Health_is_the_verdict_of_the_service_with_usage_beside_limit()
    {
        await using var host = await DashboardHost.StartAsync();
        var score = (await PanelAsync(host, "health")).GetProperty("score");

        Assert.InRange(score.GetProperty("score").GetDouble(), 1, 99);
        Assert.StartsWith($"[{score.GetProperty("grade").GetString()}] ", score.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("machine: ", score.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["CPU", "Memory", "Active Work"], score.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("label").GetString()));
        Assert.EndsWith(" of 95 %", score.GetProperty("parts")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_without_a_reading_is_no_verdict_and_not_the_worst_one()
    {
        await using var host = await DashboardHost.StartAsync(ticks: 0);
        host.Feed.Publish(SyntheticService.Without(ProcessInstruments.CpuUtilization.Name));
        var score = (await PanelAsync(host, "health")).GetProperty("score");

        Assert.False(score.TryGetProperty("score", out _));
        Assert.Equal("No verdict yet", score.GetProperty("grade").GetString());
        Assert.Equal("quiet", score.GetProperty("tone").GetString());
        Assert.Contains("no reading of CPU Usage", score.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slowest_endpoints_come_slowest_first_with_their_failures()
    {
        await using var host = await DashboardHost.StartAsync();
        var rows = (await PanelAsync(host, "slowest-endpoints")).GetProperty("rows").EnumerateArray().Select(Cells).ToList();

        Assert.Equal("/orders/{id}", rows[0][0]);
        Assert.NotEqual("0", rows[0][3]);
        Assert.Equal("0", rows.Single(row => row[0] == "/health")[3]);
    }

    [Fact]
    public async Task Percentiles_of_few_calls_are_marked_as_doubtful()
    {
        await using var host = await DashboardHost.StartAsync();
        var rows = (await PanelAsync(host, "slowest-functions", "30d")).GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal("Reports.Nightly(Clock)->Task", Cells(rows[0])[0]);
        Assert.StartsWith("Only 10 calls", rows[0].GetProperty("doubt").GetString(), StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.False(row.TryGetProperty("doubt", out _)));
        Assert.Matches("<tr title=\"Only 10 calls[^\"]*\" class=\"doubtful\">", await host.GetPageAsync("/monigo/?range=30d"));
    }

    /// <summary>The engine answers whole windows; without the latest tick a long range of a young service would stay empty for hours.</summary>
    [Theory]
    [InlineData("5m", false)]
    [InlineData("30d", true)]
    public async Task A_chart_ends_with_the_latest_tick_where_its_last_window_is_not_over(string range, bool expected)
    {
        await using var host = await DashboardHost.StartAsync();

        Assert.Equal(expected, (await PanelAsync(host, "memory", range)).TryGetProperty("now", out var now));
        Assert.True(!expected || now.GetProperty("RSS").GetDouble() > 0);
    }

    private static async Task<JsonElement> PanelAsync(DashboardHost host, string panel, string range = "15m")
    {
        using var json = JsonDocument.Parse(await host.GetPageAsync($"/monigo/api/v1/panels?page=overview&range={range}"));
        return json.RootElement.GetProperty("panels").GetProperty(panel).Clone();
    }

    private static string[] Cells(JsonElement row) => [.. row.GetProperty("cells").EnumerateArray().Select(CellText)];

    private static string CellText(JsonElement cell) => (cell.ValueKind == JsonValueKind.Object ? cell.GetProperty("text") : cell).GetString()!;
}
