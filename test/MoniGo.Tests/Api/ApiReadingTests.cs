using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class ApiReadingTests
{
    [Fact]
    public async Task Metrics_shows_numbers_beside_the_texts()
    {
        await using var host = await ApiHost.StartAsync();
        var metrics = await host.GetJsonAsync("/monigo/api/v1/metrics");

        var core = metrics.GetProperty("core_statistics");
        Assert.Equal("43.03 m", core.GetProperty("uptime").GetString());
        Assert.Equal(2581.8, core.GetProperty("uptime_seconds").GetDouble());
        Assert.Equal(7, core.GetProperty("goroutines").GetInt32()); // 4 requests, 1 function, 2 queued
        var load = metrics.GetProperty("load_statistics");
        Assert.Equal("25.00%", load.GetProperty("service_cpu_load").GetString());
        Assert.Equal("25.00%", load.GetProperty("system_cpu_load").GetString()); // the other half of the machine's 50 %
        Assert.Equal(50, load.GetProperty("total_cpu_load_percent").GetDouble());
        Assert.Equal("6.25%", load.GetProperty("service_memory_load").GetString());
        Assert.Equal(25, load.GetProperty("system_disk_load_percent").GetDouble());
        var cpu = metrics.GetProperty("cpu_statistics");
        Assert.Equal(4, cpu.GetProperty("total_cores").GetDouble());
        Assert.Equal(2, cpu.GetProperty("cores_used_by_service").GetDouble());
        var memory = metrics.GetProperty("memory_statistics");
        Assert.Equal("16.00 GB", memory.GetProperty("total_system_memory").GetString());
        Assert.Equal("865.34 KB", memory.GetProperty("memory_used_by_service").GetString());
        Assert.Equal(886_112, memory.GetProperty("memory_used_by_service_bytes").GetDouble());
        Assert.Equal(11.28, memory.GetProperty("gc_pause_duration_ms").GetDouble(), 6);
        Assert.Equal(2000, metrics.GetProperty("disk_io").GetProperty("write_bytes").GetInt64());
        var health = metrics.GetProperty("health").GetProperty("service_health");
        Assert.Equal(95, health.GetProperty("resources")[0].GetProperty("limit").GetDouble());
        Assert.True(health.GetProperty("healthy").GetBoolean());
    }

    [Fact]
    public async Task Metrics_lists_the_27_memory_records_and_says_which_have_no_equivalent()
    {
        await using var host = await ApiHost.StartAsync();
        var memory = (await host.GetJsonAsync("/monigo/api/v1/metrics")).GetProperty("memory_statistics");
        var records = memory.GetProperty("mem_stats_records").EnumerateArray().ToList();
        Assert.Equal(27, records.Count);
        Assert.Equal(27, memory.GetProperty("raw_mem_stats_records").GetArrayLength());
        Assert.All(records, record => Assert.NotEqual("", record.GetProperty("record_description").GetString()));
        Assert.Equal(865.34, records[0].GetProperty("record_value").GetDouble());
        Assert.Equal("KB", records[0].GetProperty("record_unit").GetString());
        Assert.Equal(865.34375, memory.GetProperty("raw_mem_stats_records")[0].GetProperty("record_value").GetDouble());
        Assert.Equal(10, records.Count(record => record.GetProperty("available").GetBoolean()));
    }

    [Fact]
    public async Task Functions_show_calls_errors_and_quantiles_and_no_path_of_the_server()
    {
        await using var host = await ApiHost.StartAsync();
        var function = (await host.GetJsonAsync("/monigo/api/v1/function")).GetProperty(ApiSnapshots.Function);
        Assert.Equal("", function.GetProperty("cpu_profile_file_path").GetString());
        Assert.Equal("", function.GetProperty("mem_profile_file_path").GetString());
        Assert.Equal("2026-11-20T12:00:14Z", function.GetProperty("function_last_ran_at").GetString());
        Assert.Equal(25_000_000, function.GetProperty("execution_time").GetInt64());
        Assert.Equal(25, function.GetProperty("calls").GetInt64());
        Assert.Equal(2, function.GetProperty("errors").GetInt64());
        Assert.Equal(100, function.GetProperty("memory_usage").GetInt64());
        Assert.True(function.GetProperty("percentiles_reliable").GetBoolean());
        Assert.InRange(function.GetProperty("p50_ns").GetInt64(), 12_600_000, 13_400_000);
        Assert.True(function.GetProperty("p99_ns").GetInt64() <= function.GetProperty("max_ns").GetInt64());
        Assert.Equal(1, function.GetProperty("in_flight").GetInt64());
    }

    [Fact]
    public async Task Goroutines_answers_with_the_work_in_hand_and_says_that_there_are_no_stacks()
    {
        await using var host = await ApiHost.StartAsync();
        var stats = await host.GetJsonAsync("/monigo/api/v1/go-routines-stats");
        Assert.Equal(7, stats.GetProperty("number_of_goroutines").GetInt32());
        Assert.Equal(6, stats.GetProperty("thread_pool_threads").GetInt32());
        Assert.Equal(20, stats.GetProperty("os_threads").GetInt32());
        Assert.Equal("Stack capture is not part of this version.", stats.GetProperty("leak_report").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Before_the_first_tick_metrics_asks_to_come_back_and_service_info_answers()
    {
        await using var host = await ApiHost.StartAsync(withTicks: false);
        foreach (var path in new[] { "metrics", "go-routines-stats", "function" })
        {
            using var response = await host.Client.GetAsync("/monigo/api/v1/" + path);
            await ApiHost.ProblemAsync(response, HttpStatusCode.ServiceUnavailable);
            Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        }

        var info = await host.GetJsonAsync("/monigo/api/v1/service-info");
        Assert.Equal("shop", info.GetProperty("service_name").GetString());
        Assert.Equal("2026-11-20T12:00:00Z", info.GetProperty("service_start_time").GetString());
        Assert.Equal("7d", info.GetProperty("retention_period").GetString());
        Assert.False(info.TryGetProperty("storage_on_disk", out _));
        using var scrape = await host.Client.GetAsync("/monigo/metrics");
        Assert.Equal("", await scrape.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Service_info_tells_how_a_store_on_disk_is_doing()
    {
        var damaged = DescribedStore.OnDisk(ApiSnapshots.Start) with { WriteFailures = 2, Damaged = 1, LastDamage = "raw-17.seg has no footer" };
        await using var host = await ApiHost.StartAsync(services => services.AddSingleton<ISampleReader>(new DescribedStore(damaged)));

        var info = await host.GetJsonAsync("/monigo/api/v1/service-info");

        string Text(string name) => info.GetProperty(name).ToString();
        Assert.Equal(("disk", "30.00 MB", "/srv/shop/monigo"), (Text("storage_type"), Text("storage_on_disk"), Text("directory")));
        Assert.Equal(("every 30 s", "2026-11-20T11:59:48Z"), (Text("sync"), Text("last_sync")));
        Assert.Equal(("312", "655360", "262144"), (Text("live_series"), Text("head_bytes"), Text("log_bytes")));
        Assert.Equal(("2", "1", "raw-17.seg has no footer"), (Text("write_failures"), Text("damaged"), Text("last_damage")));
        Assert.Equal(["raw", "minute", "hour"], info.GetProperty("tiers").EnumerateArray().Select(tier => tier.GetProperty("name").GetString()));
        Assert.Equal(
            """{"name":"minute","step_seconds":60,"retention_seconds":7776000,"bytes":9437184,"segments":61,"oldest":"2026-09-20T12:00:00Z"}""",
            info.GetProperty("tiers")[1].GetRawText());
    }

    [Fact]
    public async Task Service_info_of_a_store_without_tiers_has_an_empty_list()
    {
        var bare = new StoreStatus("elsewhere", TimeSpan.Zero, 0, 0, null);
        await using var host = await ApiHost.StartAsync(services => services.AddSingleton<ISampleReader>(new DescribedStore(bare)));

        var info = await host.GetJsonAsync("/monigo/api/v1/service-info");

        Assert.Equal("[]", info.GetProperty("tiers").GetRawText());
        Assert.False(info.TryGetProperty("directory", out _) || info.TryGetProperty("last_sync", out _) || info.TryGetProperty("last_damage", out _));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "name")]
    [InlineData("?name=", HttpStatusCode.BadRequest, "name")]
    [InlineData("?name=nobody", HttpStatusCode.NotFound, "not found")]
    [InlineData("?name=nobody&reportType=svg", HttpStatusCode.BadRequest, "text, traces or tree")]
    public async Task Function_details_explains_a_bad_question(string query, HttpStatusCode status, string expected)
    {
        await using var host = await ApiHost.StartAsync();
        Assert.Contains(expected, await ApiHost.ProblemAsync(await host.Client.GetAsync("/monigo/api/v1/function-details" + query), status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_changes_nothing()
    {
        await using var host = await ApiHost.StartAsync();
        var before = (host.Store.Status with { Tiers = [] }, await CountEventsAsync(host));
        string[] paths = ["metrics", "service-info", "go-routines-stats", "function", "function-details?name=x", "exporters", "operations", "events", "nothing"];
        var first = await AnswersAsync(host, paths);
        Assert.Equal(first, await AnswersAsync(host, paths));
        Assert.Equal(before, (host.Store.Status with { Tiers = [] }, await CountEventsAsync(host)));
        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task A_scrape_is_counted_and_shown_as_an_exporter()
    {
        await using var host = await ApiHost.StartAsync();
        Assert.Equal("never", (await host.GetJsonAsync("/monigo/api/v1/exporters")).GetProperty("exporters")[0].GetProperty("state").GetString());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/monigo/metrics") { Headers = { { "Accept", "application/openmetrics-text; version=1.0.0" } } };
        using var response = await host.Client.SendAsync(request);
        Assert.Equal("application/openmetrics-text; version=1.0.0; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("\nmonigo_cpu_usage_percent 50\n", page, StringComparison.Ordinal);
        Assert.EndsWith("# EOF\n", page, StringComparison.Ordinal);

        var exporter = (await host.GetJsonAsync("/monigo/api/v1/exporters")).GetProperty("exporters")[0];
        Assert.Equal("ok", exporter.GetProperty("state").GetString());
        Assert.Equal(1, exporter.GetProperty("total").GetInt64());
        Assert.Equal(host.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), exporter.GetProperty("last_success").GetString());
        Assert.False(exporter.TryGetProperty("failures", out _));
    }

    private static async Task<int> CountEventsAsync(ApiHost host) =>
        (await host.Events.ReadAsync(new(DateTimeOffset.UnixEpoch, host.Time.GetUtcNow()), null, 1000)).Count;

    private static async Task<List<string>> AnswersAsync(ApiHost host, string[] paths)
    {
        var answers = new List<string>();
        foreach (var path in paths)
            answers.Add(await (await host.Client.GetAsync("/monigo/api/v1/" + path)).Content.ReadAsStringAsync());

        return answers;
    }
}
