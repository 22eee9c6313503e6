using Microsoft.Extensions.Options;

namespace MoniGo.Hosting;

/// <summary>Checks every option against its range; each failure names the key, the value and what is legal.</summary>
internal sealed class MoniGoOptionsValidator : IValidateOptions<MoniGoOptions>
{
    public ValidateOptionsResult Validate(string? name, MoniGoOptions options)
    {
        var failures = new OptionFailures();
        failures.Length(nameof(options.ServiceName), options.ServiceName);
        failures.Length(nameof(options.ServiceVersion), options.ServiceVersion);
        failures.Range(nameof(options.SamplingInterval), options.SamplingInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        failures.Range(nameof(options.CardinalityLimit), options.CardinalityLimit, 1, 100_000);
        TracingOptionsRules.Check(options.Tracing, failures);
        StorageOptionsRules.Check(options.Storage, failures);
        failures.Range("Health:MaxCpuUsage", options.Health.MaxCpuUsage, 1, 100);
        failures.Range("Health:MaxMemoryUsage", options.Health.MaxMemoryUsage, 1, 100);
        failures.Range("Health:MaxActiveWork", options.Health.MaxActiveWork, 1, 1_000_000);
        failures.Range("Dashboard:MaxViewers", options.Dashboard.MaxViewers, 1, 10_000);
        failures.Range("Dashboard:StreamLifetime", options.Dashboard.StreamLifetime, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1));
        failures.Names(nameof(options.Meters), options.Meters, "a meter name or pattern");
        return failures.All.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures.All);
    }
}
