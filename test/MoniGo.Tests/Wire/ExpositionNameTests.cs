using MoniGo.Signals;
using MoniGo.Wire;

namespace MoniGo.Tests;

public sealed class ExpositionNameTests
{
    [Theory]
    [InlineData("http.server.request.duration", InstrumentKind.Histogram, "s", "http_server_request_duration_seconds")]
    [InlineData("process.memory.usage", InstrumentKind.Gauge, "By", "process_memory_usage_bytes")]
    [InlineData("http.server.active_requests", InstrumentKind.UpDownCounter, "{request}", "http_server_active_requests")]
    [InlineData("monigo.function.errors", InstrumentKind.Counter, "{call}", "monigo_function_errors_total")]
    [InlineData("dotnet.gc.pause.time", InstrumentKind.Counter, "s", "dotnet_gc_pause_time_seconds_total")]
    [InlineData("system.cpu.utilization", InstrumentKind.Gauge, "1", "system_cpu_utilization_ratio")]
    [InlineData("cache.hit.ratio", InstrumentKind.Gauge, "1", "cache_hit_ratio")]
    [InlineData("score", InstrumentKind.UpDownCounter, "1", "score")]
    [InlineData("orders_total", InstrumentKind.Counter, "", "orders_total")]
    [InlineData("total.orders", InstrumentKind.Counter, "", "orders_total")]
    [InlineData("upload.bytes.total", InstrumentKind.Counter, "By", "upload_bytes_total")]
    [InlineData("wait_seconds", InstrumentKind.Gauge, "s", "wait_seconds")]
    [InlineData("network.speed", InstrumentKind.Gauge, "By/s", "network_speed_bytes_per_second")]
    [InlineData("orders.rate", InstrumentKind.Gauge, "{order}/s", "orders_rate_per_second")]
    [InlineData("monigo.cpu.usage", InstrumentKind.Gauge, "%", "monigo_cpu_usage_percent")]
    [InlineData("temperature", InstrumentKind.Gauge, "Cel", "temperature_celsius")]
    [InlineData("fuel", InstrumentKind.Gauge, "gal[us]", "fuel_gal_us")]
    [InlineData("2xx-responses", InstrumentKind.Gauge, "", "_2xx_responses")]
    [InlineData("Zähler (neu)", InstrumentKind.Gauge, "", "Z_hler_neu")]
    [InlineData("日本", InstrumentKind.Gauge, "", "_")]
    [InlineData("", InstrumentKind.Gauge, "s", "seconds")]
    [InlineData("odd.unit", InstrumentKind.Gauge, "{open", "odd_unit")]
    public void Of_AnInstrument_NamesItsSamples(string name, InstrumentKind kind, string unit, string expected) =>
        Assert.Equal(expected, ExpositionName.Of(new(name, kind, unit)).Sample);

    [Theory]
    [InlineData("process.uptime", "s", "seconds")]
    [InlineData("seconds.since.start", "s", "")]
    [InlineData("queue.length", "{item}", "")]
    public void Of_AUnit_IsDeclaredOnlyWhereTheNameEndsWithIt(string name, string unit, string expected) =>
        Assert.Equal(expected, ExpositionName.Of(new(name, InstrumentKind.Gauge, unit)).Unit);
}
