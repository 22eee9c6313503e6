using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Reads out of the event log when the service was started within a range.</summary>
internal static partial class Restarts
{
    // More lines than this would hide the chart; a service in a crash loop shows its latest.
    private const int Most = 50;

    /// <summary>Reads the latest starts, in order of time.</summary>
    public static async ValueTask<ImmutableArray<RestartAnswer>> ReadAsync(IEventLog events, TimeRange range, CancellationToken cancellationToken)
    {
        // Stops are in the log as well, one for each start.
        var entries = await events.ReadAsync(range, EventKind.Lifecycle, 2 * Most, cancellationToken);
        return
        [
            .. entries
                .Where(entry => entry.Action.EndsWith(".start", StringComparison.Ordinal) && range.Contains(entry.Time))
                .Take(Most)
                .OrderBy(entry => entry.Time)
                .Select(Describe),
        ];
    }

    private static RestartAnswer Describe(EventEntry entry)
    {
        var (process, version) = (Process().Match(entry.Detail), Version().Match(entry.Detail));
        return new(
            entry.Time.ToUnixTimeMilliseconds() / 1000d,
            int.TryParse(process.Groups["process"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null,
            version.Success ? version.Groups["version"].Value : null);
    }

    [GeneratedRegex(@"\b(process|pid)\W{1,3}(?<process>[0-9]{1,10})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Process();

    [GeneratedRegex(@"\bversion\W{1,3}(?<version>[^\s,;]{1,64})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
