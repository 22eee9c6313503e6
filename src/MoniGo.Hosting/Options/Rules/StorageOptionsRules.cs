namespace MoniGo.Hosting;

/// <summary>Checks the options of the sample store against their ranges.</summary>
internal static class StorageOptionsRules
{
    private const long MiB = 1024 * 1024;
    private const int MostDecimals = 12;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public static void Check(StorageOptions options, OptionFailures failures)
    {
        failures.Word("Storage:Type", options.Type);
        failures.Word("Storage:Sync", options.Sync);
        failures.Length("Storage:Directory", options.Directory, most: 1000);
        if (options.Directory?.Contains('\0', StringComparison.Ordinal) == true)
            failures.Add("Storage:Directory", "has a character that is no part of a path", "a path");

        failures.Range("Storage:SyncInterval", options.SyncInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        failures.Range("Storage:MaxBytes", options.MaxBytes, 16 * MiB, 1024 * 1024 * MiB);
        failures.Range("Storage:MaxMemoryBytes", options.MaxMemoryBytes, MiB, 1024 * MiB);
        failures.Range("Storage:MaxFunctions", options.MaxFunctions, 1, 100_000);
        CheckRetention(options, failures);
        CheckDecimals(options, failures);
    }

    private static void CheckRetention(StorageOptions options, OptionFailures failures)
    {
        failures.Range("Storage:Retention", options.Retention, TimeSpan.FromHours(1), Longest);
        failures.Range("Storage:MinuteRetention", options.MinuteRetention, TimeSpan.FromHours(1), Longest);
        failures.Range("Storage:HourRetention", options.HourRetention, TimeSpan.FromHours(1), Longest);
        AtLeast("Storage:MinuteRetention", options.MinuteRetention, "Storage:Retention", options.Retention);
        AtLeast("Storage:HourRetention", options.HourRetention, "Storage:MinuteRetention", options.MinuteRetention);

        void AtLeast(string key, TimeSpan value, string finer, TimeSpan least)
        {
            if (value < least)
                failures.Add(key, $"is {DurationText.Write(value)}", $"at least {finer}, which is {DurationText.Write(least)}");
        }
    }

    private static void CheckDecimals(StorageOptions options, OptionFailures failures)
    {
        foreach (var (instrument, decimals) in options.Decimals)
        {
            if (string.IsNullOrWhiteSpace(instrument) || instrument.Length > 200)
                failures.Add("Storage:Decimals", $"names '{instrument}'", "by instrument names or patterns of 1 to 200 characters");

            failures.Range($"Storage:Decimals:{instrument}", decimals, -MostDecimals, MostDecimals);
        }
    }
}
