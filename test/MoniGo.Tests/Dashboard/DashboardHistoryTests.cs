using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class DashboardHistoryTests
{
    [Theory]
    [InlineData("15m", false)]
    [InlineData("1h", true)]
    public async Task Gauges_show_how_far_single_ticks_reached_on_long_ranges_only(string range, bool expected)
    {
        await using var host = await DashboardHost.StartAsync();
        var lines = await LinesAsync(host, range, "cpu-use");

        Assert.Equal(expected, lines[0].TryGetProperty("band", out _));
    }

    [Fact]
    public async Task A_line_whose_steps_hold_one_value_has_no_band()
    {
        await using var host = await DashboardHost.StartAsync();
        var lines = await LinesAsync(host, "1h", "memory");

        Assert.True(lines[0].TryGetProperty("band", out _)); // the heap, which was asked for and moves
        Assert.False(lines[1].TryGetProperty("band", out _));
    }

    [Fact]
    public void A_band_is_counted_from_the_line_in_levels_of_its_largest_value()
    {
        var band = BandAnswer.Around([10, 20, null, 40], [6, 20, null, 39.9], [10, 36, null, 80])!;

        Assert.Equal(0.8, band.Unit);
        Assert.Equal([5, 0, 0, 0], band.Below);
        Assert.Equal([0, 20, 0, 50], band.Above);
    }

    [Fact]
    public void A_band_of_nothing_or_without_breadth_is_none()
    {
        Assert.Null(BandAnswer.Around([1, null], [1, null], [1, null]));
        Assert.Null(BandAnswer.Around([0, 0], [0, 0], [0, 0]));
        Assert.Null(BandAnswer.Around([null], [null], [null]));
        Assert.Null(BandAnswer.Around([], [], []));
    }

    [Fact]
    public async Task Starts_of_the_service_within_the_range_are_told_with_process_and_version()
    {
        var log = new MemoryEventLog();
        await log.AppendAsync(Started(-20, 1));
        await log.AppendAsync(Started(-9, 4711, "2.14.0-rc.1"));
        await log.AppendAsync(Entry(-4, ProcessRuns.StopAction, "process 4711"));
        await log.AppendAsync(Entry(-3, ProcessRuns.StartAction, "who knows"));
        await log.AppendAsync(Entry(-2, ProcessRuns.StartAction, "process 5") with { Kind = EventKind.Audit });
        await using var host = await DashboardHost.StartAsync(services: services => services.AddSingleton<IEventLog>(log));

        Assert.Equal(
            """[{"time":1795175460,"pid":4711,"version":"2.14.0-rc.1"},{"time":1795175820}]""",
            (await AnswerAsync(host, "15m")).GetProperty("restarts").GetRawText());
        Assert.False((await AnswerAsync(host, "5m", "&live=0")).GetProperty("restarts")[0].TryGetProperty("pid", out _));
    }

    [Fact]
    public async Task A_crash_loop_marks_the_latest_fifty_starts()
    {
        var log = new MemoryEventLog();
        for (var i = 0; i < 80; i++)
            await log.AppendAsync(Started(-9 + (i / 10d), i));

        await using var host = await DashboardHost.StartAsync(services: services => services.AddSingleton<IEventLog>(log));
        var restarts = (await AnswerAsync(host, "15m")).GetProperty("restarts").EnumerateArray().ToList();

        Assert.Equal(Enumerable.Range(30, 50), restarts.Select(restart => restart.GetProperty("pid").GetInt32()));
    }

    [Fact]
    public async Task A_log_that_fails_takes_the_marks_and_nothing_else()
    {
        await using var host = await DashboardHost.StartAsync(services: services => services.AddSingleton<IEventLog>(new BrokenLog()));
        var answer = await AnswerAsync(host, "15m");

        Assert.False(answer.TryGetProperty("restarts", out _));
        Assert.Equal("ok", answer.GetProperty("panels").GetProperty("cpu-use").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Time_in_which_the_process_was_down_is_null_on_every_chart()
    {
        await using var host = await DashboardHost.StartAsync(ticks: 0);
        var store = host.Services.GetRequiredService<SampleStore>();
        foreach (var tick in SyntheticService.Before(idle: false).Where((_, number) => number is < 100 or >= 160))
            await store.AppendAsync(StreamId.Local, tick);

        await host.TickAsync();
        foreach (var panel in new[] { "cpu-use", "memory", "request-rate", "latency" })
        {
            ImmutableArray<JsonElement> values = [.. (await LinesAsync(host, "15m", panel))[0].GetProperty("values").EnumerateArray()];
            var missing = Enumerable.Range(0, values.Length).Where(i => values[i].ValueKind == JsonValueKind.Null).ToList();

            Assert.Equal(60, missing.Count);
            Assert.Equal(59, missing[^1] - missing[0]); // in one piece
        }
    }

    private static EventEntry Started(double minutes, int process, string version = "1.0.0") => ProcessRuns.Start(
        SyntheticService.Resource with { ProcessId = process, ServiceVersion = version }, DashboardHost.Start.AddMinutes(minutes));

    private static EventEntry Entry(double minutes, string action, string detail) =>
        new(DashboardHost.Start.AddMinutes(minutes), EventKind.Lifecycle, "", action, "run", detail);

    private static async Task<JsonElement> AnswerAsync(DashboardHost host, string range, string more = "")
    {
        using var json = JsonDocument.Parse(await host.GetPageAsync($"/monigo/api/v1/panels?page=overview&range={range}{more}"));
        return json.RootElement.Clone();
    }

    private static async Task<JsonElement> LinesAsync(DashboardHost host, string range, string panel) =>
        (await AnswerAsync(host, range)).GetProperty("panels").GetProperty(panel).GetProperty("lines");

    private sealed class BrokenLog : IEventLog
    {
        public ValueTask AppendAsync(EventEntry entry, CancellationToken cancellationToken = default) => default;

        public ValueTask<IReadOnlyList<EventEntry>> ReadAsync(TimeRange range, EventKind? kind, int limit, CancellationToken cancellationToken = default) =>
            throw new IOException("The disk is gone.");
    }
}
