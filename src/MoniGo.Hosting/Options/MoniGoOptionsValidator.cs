using System.Globalization;
using Microsoft.Extensions.Options;

namespace MoniGo.Hosting;

/// <summary>Checks every option against its range; each failure names the key, the value and what is legal.</summary>
internal sealed class MoniGoOptionsValidator : IValidateOptions<MoniGoOptions>
{
    private const long MiB = 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, MoniGoOptions options)
    {
        List<string> failures = [];
        Length(nameof(options.ServiceName), options.ServiceName);
        Length(nameof(options.ServiceVersion), options.ServiceVersion);
        Range(nameof(options.SamplingInterval), options.SamplingInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Range(nameof(options.CardinalityLimit), options.CardinalityLimit, 1, 100_000);
        Range("Tracing:MaxFunctions", options.Tracing.MaxFunctions, 1, 100_000);
        Range("Storage:Retention", options.Storage.Retention, TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650));
        Range("Storage:MaxBytes", options.Storage.MaxBytes, MiB, 1024 * MiB);
        Range("Health:MaxCpuUsage", options.Health.MaxCpuUsage, 1, 100);
        Range("Health:MaxMemoryUsage", options.Health.MaxMemoryUsage, 1, 100);
        Range("Health:MaxActiveWork", options.Health.MaxActiveWork, 1, 1_000_000);
        Range("Dashboard:MaxViewers", options.Dashboard.MaxViewers, 1, 10_000);
        Range("Dashboard:StreamLifetime", options.Dashboard.StreamLifetime, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1));
        for (var i = 0; i < options.Meters.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(options.Meters[i]) || options.Meters[i].Length > 200)
                Fail($"Meters:{i}", $"is '{options.Meters[i]}'", "a meter name or pattern of 1 to 200 characters");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Length(string key, string? value)
        {
            if (value is { } text && (string.IsNullOrWhiteSpace(text) || text.Length > 200))
                Fail(key, $"has {text.Length} characters", "1 to 200 characters, not all blank");
        }

        void Range<T>(string key, T value, T min, T max)
            where T : IComparable<T>, IFormattable
        {
            // A NaN compares below everything, so it fails here too.
            if (value.CompareTo(min) < 0 || value.CompareTo(max) > 0)
                Fail(key, $"is {Text(value)}", $"from {Text(min)} to {Text(max)}");
        }

        void Fail(string key, string state, string legal) =>
            failures.Add($"{MoniGoOptions.SectionName}:{key} {state}; it must be {legal}.");

        static string Text<T>(T value)
            where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
    }
}
