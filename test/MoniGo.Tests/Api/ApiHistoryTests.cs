using System.Net;
using System.Text;
using System.Text.Json;

namespace MoniGo.Tests;

public sealed class ApiHistoryTests
{
    private const string Range = "\"start_time\":\"2026-11-20T12:00:00Z\",\"end_time\":\"2026-11-20T14:00:15+02:00\"";

    [Fact]
    public async Task Service_metrics_gives_the_fields_over_time_under_MoniGos_keys()
    {
        await using var host = await ApiHost.StartAsync();
        var rows = await ReadAsync(host, "service-metrics", $$"""{"field_name":["heap_inuse","goroutines","no_such_field",null],"timerange":"1h",{{Range}}}""");
        Assert.Equal(
            ["2026-11-20T12:00:05Z", "2026-11-20T12:00:10Z", "2026-11-20T12:00:15Z"],
            rows.EnumerateArray().Select(row => row.GetProperty("time").GetString()));
        Assert.Equal("""{"HeapInuse":865.34375,"goroutines":7}""", rows[2].GetProperty("value").GetRawText());
    }

    [Theory]
    [InlineData("LoadStatistics", "service_cpu_load", 25)]
    [InlineData("CPUStatistics", "cores_used_by_service", 2)]
    [InlineData("MemoryStatistics", "gc_pause_duration", 11.28)]
    [InlineData("MemoryProfile", "heap_alloc_by_service", 886_112)]
    [InlineData("NetworkIO", "bytes_sent", 300)]
    [InlineData("OverallHealth", "system_health_percent", 60.53)]
    public async Task Reports_gives_the_fields_of_each_topic_under_their_own_names(string topic, string field, double expected)
    {
        await using var host = await ApiHost.StartAsync();
        var rows = await ReadAsync(host, "reports", $$"""{"topic":"{{topic}}","time_frame":"1h",{{Range}}}""");
        Assert.Equal(3, rows.GetArrayLength());
        Assert.Equal(expected, rows[2].GetProperty("value").GetProperty(field).GetDouble(), 2);
    }

    [Theory]
    [InlineData("2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0002-01-01T00:00:00Z")]
    [InlineData("9998-01-01T00:00:00Z", "9999-12-31T23:59:59Z")]
    [InlineData("2026-11-20T12:00:10Z", "2026-11-20T12:00:10Z")]
    public async Task A_range_without_samples_is_an_empty_list(string start, string end)
    {
        await using var host = await ApiHost.StartAsync();
        foreach (var (path, what) in new[] { ("service-metrics", "\"field_name\":[\"goroutines\"]"), ("reports", "\"topic\":\"NetworkIO\"") })
        {
            using var response = await host.PostAsync("/monigo/api/v1/" + path, $$"""{{{what}},"start_time":"{{start}}","end_time":"{{end}}"}""");
            Assert.Equal("[]", (await ApiHost.JsonAsync(response)).GetRawText());
        }
    }

    [Theory]
    [InlineData("service-metrics", "", "body")]
    [InlineData("service-metrics", "null", "null")]
    [InlineData("service-metrics", "[1,2]", "body")]
    [InlineData("service-metrics", "{\"field_name\":\"one\"," + Range + "}", "$.field_name")]
    [InlineData("service-metrics", "{" + Range + "}", "field_name")]
    [InlineData("service-metrics", "{\"field_name\":[]}", "start_time")]
    [InlineData("service-metrics", "{\"field_name\":[],\"start_time\":\"yesterday\"}", "'yesterday'")]
    [InlineData("service-metrics", "{\"field_name\":[],\"start_time\":\"2026-01-01T00:00:00Z\",\"end_time\":\"2026-01-01\"}", "end_time")]
    [InlineData("service-metrics", "{\"field_name\":[],\"start_time\":\"2026-01-02T00:00:00Z\",\"end_time\":\"2026-01-01T00:00:00Z\"}", "later")]
    [InlineData("service-metrics", "{\"field_name\":[],\"start_time\":\"2020-01-02T00:00:00Z\",\"end_time\":\"2026-01-01T00:00:00Z\"}", "2 years")]
    [InlineData("reports", "{" + Range + "}", "LoadStatistics, CPUStatistics")]
    [InlineData("reports", "{\"topic\":\"Weather\"," + Range + "}", "Unknown topic")]
    public async Task A_bad_question_is_a_400_that_names_the_parameter(string path, string body, string expected)
    {
        await using var host = await ApiHost.StartAsync();
        using var response = await host.PostAsync("/monigo/api/v1/" + path, body);
        Assert.Contains(expected, await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_is_read_whatever_media_type_it_is_sent_under(string? type)
    {
        await using var host = await ApiHost.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"topic":"NetworkIO",{{Range}}}"""));
        content.Headers.ContentType = type is null ? null : new(type);
        var rows = await ApiHost.JsonAsync(await host.Client.PostAsync("/monigo/api/v1/reports", content));
        Assert.Equal(3, rows.GetArrayLength());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_more_than_64_KiB_is_a_413(bool chunked)
    {
        await using var host = await ApiHost.StartAsync();
        var body = new string(' ', (64 * 1024) - 2);
        using var fits = await host.PostAsync("/monigo/api/v1/reports", body + "{}");
        Assert.Equal(HttpStatusCode.BadRequest, fits.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/monigo/api/v1/reports") { Content = new StringContent(body + "{} ") };
        request.Headers.TransferEncodingChunked = chunked;
        request.Content.Headers.ContentLength = chunked ? null : body.Length + 3;
        Assert.Contains("65536", await ApiHost.ProblemAsync(await host.Client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReadAsync(ApiHost host, string path, string body) =>
        await ApiHost.JsonAsync(await host.PostAsync("/monigo/api/v1/" + path, body));
}
