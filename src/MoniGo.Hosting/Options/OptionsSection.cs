using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MoniGo.Hosting;

/// <summary>Binds the options to their section, in which lengths of time have MoniGo's forms.</summary>
/// <remarks>
/// The binder takes a copy of the section in its own words. A type converter would do without, and would change how the whole
/// host reads its own options.
/// </remarks>
internal static class OptionsSection
{
    /// <summary>Keys of every option that is a length of time; a test holds this against the options.</summary>
    public static readonly string[] Lengths =
    [
        "SamplingInterval",
        "Tracing:SlowCallThreshold", "Tracing:SlowCallFloor",
        "Storage:SyncInterval", "Storage:Retention", "Storage:MinuteRetention", "Storage:HourRetention",
        "Dashboard:StreamLifetime",
    ];

    /// <exception cref="OptionsValidationException">A text says no length of time, or is none of an option's words.</exception>
    public static void Bind(MoniGoOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection(MoniGoOptions.SectionName);
        var values = section.AsEnumerable().Where(pair => pair.Value is not null).ToDictionary(StringComparer.OrdinalIgnoreCase);
        if (values.Count == 0)
            return; // most hosts: the binder's reflection would cost their start some milliseconds

        var failures = new OptionFailures();
        var isTranslated = false;
        foreach (var key in Lengths)
            isTranslated |= Translate(values, key, failures);

        CheckWord<StorageType>(section, "Storage:Type", failures);
        CheckWord<StorageSync>(section, "Storage:Sync", failures);
        CheckWord<LogLevel>(section, "Tracing:Logs:MinimumLevel", failures);
        if (failures.All.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(MoniGoOptions), failures.All);

        var translated = isTranslated
            ? new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(MoniGoOptions.SectionName)
            : section;
        translated.Bind(options);
    }

    private static bool Translate(Dictionary<string, string?> values, string key, OptionFailures failures)
    {
        var path = ConfigurationPath.Combine(MoniGoOptions.SectionName, key);
        if (values.GetValueOrDefault(path) is not { } text)
            return false;

        if (DurationText.TryRead(text, out var length))
            values[path] = length.ToString("c");
        else
            failures.Add(key, $"is '{text}'", DurationText.Forms);

        return true;
    }

    // The binder would take any number for a word, and name no legal one.
    private static void CheckWord<T>(IConfiguration section, string key, OptionFailures failures)
        where T : struct, Enum
    {
        if (section[key] is { } text && !Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase))
            failures.Add(key, $"is '{text}'", OptionFailures.Words<T>());
    }
}
