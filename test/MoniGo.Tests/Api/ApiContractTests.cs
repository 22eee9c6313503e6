using System.Text.Json;

namespace MoniGo.Tests;

/// <summary>A client written for MoniGo must find every field under its name, of its type.</summary>
public sealed class ApiContractTests
{
    private const string Metrics = """
        {"core_statistics":{"goroutines":7,"uptime":"43.03 m"},
         "load_statistics":{"service_cpu_load":"0.04%","system_cpu_load":"11.21%","total_cpu_load":"1%","service_memory_load":"1%","system_memory_load":"1%",
           "overall_load_of_service":"0.07%","service_disk_load":"0%","system_disk_load":"1%","total_memory_load":"1 GB","total_disk_load":"1 GB"},
         "cpu_statistics":{"total_cores":10,"total_logical_cores":10,"cores_used_by_system":1.131,"cores_used_by_service":0.004,
           "cores_used_by_service_in_percent":"1%","cores_used_by_system_in_percent":"1%"},
         "memory_statistics":{"total_system_memory":"16.00 GB","memory_used_by_system":"","memory_used_by_service":"865.34 KB","available_memory":"",
           "stack_memory_usage":"","total_swap_memory":"","free_swap_memory":"","gc_pause_duration":"11.28 ms","total_system_memory_bytes":1,
           "memory_used_by_system_bytes":1,"memory_used_by_service_bytes":886112,"available_memory_bytes":1,"gc_pause_duration_ms":11.28,
           "mem_stats_records":[{"record_name":"alloc","record_description":"","record_value":1,"record_unit":"KB"}],
           "raw_mem_stats_records":[{"record_name":"alloc","record_value":865.34}]},
         "heap_alloc_by_service":"","heap_alloc_by_system":"","total_alloc_by_service":"","total_memory_by_os":"",
         "disk_io":{"read_bytes":0,"write_bytes":0},"network_io":{"bytes_sent":6356356846,"bytes_received":11929894738},
         "health":{"service_health":{"percent":97.53,"healthy":true,"message":"","icon_msg":""},"system_health":{"percent":1,"healthy":true,"message":"","icon_msg":""}},
         "goroutine_leak_report":{"total_goroutines":1,"stale_goroutines":1,"growing_groups":1,"leak_suspected":false,"message":"",
           "stale_threshold_minutes":30,"snapshots_retained":0,"snapshots_required":5,"suspicious_groups":[],"groups":[],"groups_total":0}}
        """;

    private const string ServiceInfo = """
        {"service_name":"data-api","service_start_time":"2026-08-30T15:31:57Z","go_version":"go1.24","process_id":94917,"retention_period":"7d","storage_type":"disk"}
        """;

    private const string Goroutines = """
        {"number_of_goroutines":1,"stack_view":[],"leak_report":{"total_goroutines":1,"stale_goroutines":1,"growing_groups":1,"leak_suspected":false,
          "message":"","stale_threshold_minutes":30,"snapshots_retained":0,"snapshots_required":5,"groups":[],"groups_total":0}}
        """;

    private const string Function = """
        {"ProcessOrder(string,int)->decimal":{"function_last_ran_at":"2026-08-30T10:00:00Z","cpu_profile_file_path":"","mem_profile_file_path":"",
          "memory_usage":803733504,"memory_usage_sampled":true,"goroutine_count":0,"execution_time":22561000,"call_count":1,"approximate_p50":1,
          "approximate_p95":1,"percentiles_reliable":true}}
        """;

    private const string Details = """
        {"function_name":"","core_profile":{"cpu_profile":"","mem_profile":""},"function_code_trace":""}
        """;

    private const string Exporters = """
        {"exporters":[{"name":"prometheus","kind":"pull","state":"ok","total":53}]}
        """;

    [Theory]
    [InlineData("metrics", Metrics)]
    [InlineData("service-info", ServiceInfo)]
    [InlineData("go-routines-stats", Goroutines)]
    [InlineData("function", Function)]
    [InlineData("function-details?name=ProcessOrder(string,int)-%3Edecimal&reportType=tree", Details)]
    [InlineData("exporters", Exporters)]
    public async Task Every_field_of_MoniGo_is_there_with_its_type(string path, string contract)
    {
        await using var host = await ApiHost.StartAsync();
        AssertHolds(JsonDocument.Parse(contract).RootElement, await host.GetJsonAsync("/monigo/api/v1/" + path), "$");
    }

    [Fact]
    public void The_check_itself_notices_a_missing_field() =>
        Assert.ThrowsAny<Exception>(() => AssertHolds(
            JsonDocument.Parse("""{"a":{"b":1}}""").RootElement, JsonDocument.Parse("""{"a":{"c":1}}""").RootElement, "$"));

    [Fact]
    public async Task Nothing_is_ever_null()
    {
        await using var host = await ApiHost.StartAsync();
        host.Feed.Latest = new(ApiSnapshots.Resource, 1, 9, ApiSnapshots.Start, []);
        foreach (var path in new[] { "metrics", "service-info", "go-routines-stats", "function", "exporters", "operations", "events" })
            Assert.DoesNotContain("null", await host.Client.GetStringAsync("/monigo/api/v1/" + path), StringComparison.Ordinal);
    }

    private static void AssertHolds(JsonElement contract, JsonElement answer, string path)
    {
        if (contract.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Assert.True(answer.ValueKind is JsonValueKind.True or JsonValueKind.False, path);
            return;
        }

        Assert.True(contract.ValueKind == answer.ValueKind, $"{path} is {answer.ValueKind}");
        if (contract.ValueKind == JsonValueKind.Array && contract.GetArrayLength() > 0)
            AssertHolds(contract[0], answer[0], path + "[0]");

        if (contract.ValueKind != JsonValueKind.Object)
            return;

        foreach (var field in contract.EnumerateObject())
        {
            Assert.True(answer.TryGetProperty(field.Name, out var value), $"{path}.{field.Name} is missing");
            AssertHolds(field.Value, value, $"{path}.{field.Name}");
        }
    }
}
