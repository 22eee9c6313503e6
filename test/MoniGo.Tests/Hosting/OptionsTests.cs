using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MoniGo.Hosting;
using MoniGo.TestHosts;

namespace MoniGo.Tests;

/// <summary>The configuration section, its defaults and its limits.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("SamplingInterval", "00:00:00.05", "from 100ms to 1m")]
    [InlineData("SamplingInterval", "00:02:00", "from 100ms to 1m")]
    [InlineData("CardinalityLimit", "0", "from 1 to 100000")]
    [InlineData("Tracing:MaxFunctions", "100001", "from 1 to 100000")]
    [InlineData("Tracing:SamplingRate", "-1", "from 0 to 1000000000")]
    [InlineData("Tracing:SamplingRate", "1000000001", "from 0 to 1000000000")]
    [InlineData("Tracing:SlowCallThreshold", "0s", "from 0.01ms to 1h")]
    [InlineData("Tracing:SlowCallThreshold", "2h", "from 0.01ms to 1h")]
    [InlineData("Tracing:SlowCallFloor", "2h", "from 0.01ms to 1h")]
    [InlineData("Tracing:Sources:0", " ", "an activity source's name or pattern of 1 to 200 characters")]
    [InlineData("Tracing:Logs:MinimumLevel", "loud", "it must be Trace or Debug or Information or Warning or Error or Critical or None")]
    [InlineData("Tracing:Logs:MinimumLevel", "2", "it must be Trace or Debug")]
    [InlineData("Tracing:Logs:MaxLines", "0", "from 1 to 1000")]
    [InlineData("Tracing:Logs:MaxLength", "10001", "from 50 to 10000")]
    [InlineData("SamplingInterval", "soon", "is 'soon'; it must be a length of time such as 500ms, 30s, 5m, 12h, 7d, 2w, 1month, 1y or 00:00:30")]
    [InlineData("SamplingInterval", "", "is ''; it must be a length of time")]
    [InlineData("Storage:Type", "tape", "is 'tape'; it must be Disk or Memory")]
    [InlineData("Storage:Type", "1", "it must be Disk or Memory")]
    [InlineData("Storage:Sync", "sometimes", "it must be Interval or EachTick or None")]
    [InlineData("Storage:SyncInterval", "500ms", "is 500ms; it must be from 1s to 10m")]
    [InlineData("Storage:SyncInterval", "1h", "from 1s to 10m")]
    [InlineData("Storage:Directory", " ", "1 to 1000 characters")]
    [InlineData("Storage:Directory", "a\0b", "a path")]
    [InlineData("Storage:Retention", "10m", "from 1h to 3650d")]
    [InlineData("Storage:MinuteRetention", "11y", "from 1h to 3650d")]
    [InlineData("Storage:MinuteRetention", "1d", "is 1d; it must be at least Storage:Retention, which is 7d")]
    [InlineData("Storage:HourRetention", "1month", "at least Storage:MinuteRetention, which is 90d")]
    [InlineData("Storage:MaxBytes", "10", "from 16777216 to 1099511627776")]
    [InlineData("Storage:MaxMemoryBytes", "10", "from 1048576 to 1073741824")]
    [InlineData("Storage:Decimals:http.server.request.duration", "13", "from -12 to 12")]
    [InlineData("Dashboard:StreamLifetime", "1month", "from 10s to 1d")]
    [InlineData("Health:MaxCpuUsage", "0", "from 1 to 100")]
    [InlineData("Health:MaxCpuUsage", "NaN", "from 1 to 100")]
    [InlineData("Health:MaxMemoryUsage", "101", "from 1 to 100")]
    [InlineData("Health:MaxActiveWork", "0", "from 1 to 1000000")]
    [InlineData("Dashboard:MaxViewers", "0", "from 1 to 10000")]
    [InlineData("Dashboard:StreamLifetime", "00:00:01", "from 10s to 1d")]
    [InlineData("ServiceName", " ", "1 to 200 characters")]
    [InlineData("Meters:0", "", "a meter name or pattern")]
    public async Task A_value_out_of_range_stops_the_start_and_names_its_key_and_range(string key, string value, string legal)
    {
        var builder = TestHost.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("MoniGo:" + key, value)]);
        await using var app = builder.Build(HostKind.MinimalApi);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains($"MoniGo:{key} ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(legal, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_stops_the_start_and_names_its_key()
    {
        var builder = TestHost.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("MoniGo:CardinalityLimit", "many")]);
        await using var app = builder.Build(HostKind.MinimalApi);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("MoniGo:CardinalityLimit", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_section_is_bound_and_the_delegate_has_the_last_word()
    {
        var builder = TestHost.CreateBuilder(configure: o => o.CardinalityLimit = 7);
        builder.Configuration.AddInMemoryCollection(
        [
            new("MoniGo:SamplingInterval", "00:00:01"),
            new("MoniGo:CardinalityLimit", "5"),
            new("MoniGo:Meters:0", "MyCompany.*"),
            new("MoniGo:Health:MaxActiveWork", "500"),
        ]);
        await using var app = builder.Build(HostKind.MinimalApi);

        var options = app.Services.GetRequiredService<IOptions<MoniGoOptions>>().Value;

        Assert.Equal(TimeSpan.FromSeconds(1), options.SamplingInterval);
        Assert.Equal(7, options.CardinalityLimit);
        Assert.Equal(["MyCompany.*"], options.Meters);
        Assert.Equal(500, options.Health.MaxActiveWork);
    }

    [Fact]
    public async Task Lengths_of_time_and_words_may_be_written_as_MoniGo_writes_them()
    {
        var builder = TestHost.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
        [
            new("MoniGo:SamplingInterval", "500ms"),
            new("MoniGo:Tracing:SlowCallThreshold", "250ms"),
            new("MoniGo:Tracing:SlowCallFloor", "2ms"),
            new("MoniGo:Tracing:Logs:MinimumLevel", "warning"),
            new("MoniGo:Storage:Type", "memory"),
            new("MoniGo:Storage:Sync", "eachtick"),
            new("MoniGo:Storage:SyncInterval", "1m"),
            new("MoniGo:Storage:Retention", "2w"),
            new("MoniGo:Storage:MinuteRetention", "6month"),
            new("MoniGo:Storage:HourRetention", "3y"),
            new("MoniGo:Storage:Decimals:*.duration", "6"),
            new("MoniGo:Dashboard:StreamLifetime", "1.5h"),
        ]);
        await using var app = builder.Build(HostKind.MinimalApi);

        var options = app.Services.GetRequiredService<IOptions<MoniGoOptions>>().Value;

        Assert.Equal(TimeSpan.FromMilliseconds(500), options.SamplingInterval);
        Assert.Equal((TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(2)), (options.Tracing.SlowCallThreshold, options.Tracing.SlowCallFloor));
        Assert.Equal(LogLevel.Warning, options.Tracing.Logs.MinimumLevel);
        Assert.Equal((StorageType.Memory, StorageSync.EachTick), (options.Storage.Type, options.Storage.Sync));
        Assert.Equal(TimeSpan.FromMinutes(1), options.Storage.SyncInterval);
        Assert.Equal(
            (14, 180, 1095),
            (options.Storage.Retention.Days, options.Storage.MinuteRetention.Days, options.Storage.HourRetention.Days));
        Assert.Equal(new("*.duration", 6), Assert.Single(options.Storage.Decimals));
        Assert.Equal(TimeSpan.FromMinutes(90), options.Dashboard.StreamLifetime);
    }

    [Fact]
    public void A_length_of_time_may_come_from_the_environment_or_the_command_line()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("monigo:storage:retention", "3d")])
            .AddCommandLine(["--MoniGo:SamplingInterval=10s"])
            .Build();
        var options = new MoniGoOptions();

        OptionsSection.Bind(options, configuration);

        Assert.Equal((TimeSpan.FromDays(3), TimeSpan.FromSeconds(10)), (options.Storage.Retention, options.SamplingInterval));
    }

    [Fact]
    public void Every_option_that_is_a_length_of_time_has_these_forms() =>
        Assert.Equal(LengthsOf(typeof(MoniGoOptions)).Order(StringComparer.Ordinal), OptionsSection.Lengths.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var builder = TestHost.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("MoniGo:SamplingInterval", "soon"), new("MoniGo:Storage:Retention", "long")]);
        await using var app = builder.Build(HostKind.MinimalApi);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Equal(2, failure.Failures.Count());
    }

    [Fact]
    public void Words_set_in_code_are_checked_too()
    {
        var options = new MoniGoOptions { Storage = { Type = (StorageType)7, Sync = (StorageSync)9 } };

        var failures = new MoniGoOptionsValidator().Validate(null, options).Failures!;

        Assert.Equal(
            ["MoniGo:Storage:Type is 7; it must be Disk or Memory.", "MoniGo:Storage:Sync is 9; it must be Interval or EachTick or None."], failures);
    }

    [Fact]
    public void The_defaults_are_valid()
    {
        Assert.True(new MoniGoOptionsValidator().Validate(null, new MoniGoOptions()).Succeeded);
    }

    private static IEnumerable<string> LengthsOf(Type options, string prefix = "")
    {
        foreach (var property in options.GetProperties())
        {
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(TimeSpan))
                yield return prefix + property.Name;
            else if (property.PropertyType.Namespace == options.Namespace && property.PropertyType.IsClass)
            {
                foreach (var inner in LengthsOf(property.PropertyType, $"{prefix}{property.Name}:"))
                    yield return inner;
            }
        }
    }
}
