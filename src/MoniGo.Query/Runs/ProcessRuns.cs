using System.Globalization;
using System.Text.RegularExpressions;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Writes the start and the stop of a process into the event log, and reads its runs back.</summary>
internal static partial class ProcessRuns
{
    public const string StartAction = "process.start";
    public const string StopAction = "process.stop";

    // Two entries a run; of more runs than this nobody asks the order.
    private const int MostEntries = 200;

    /// <summary>Makes the entry of a start.</summary>
    public static EventEntry Start(Resource resource, DateTimeOffset now) => new(
        now, EventKind.Lifecycle, "", StartAction, resource.InstanceId,
        string.Create(CultureInfo.InvariantCulture, $"process {resource.ProcessId} since {resource.StartTime.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}, version {resource.ServiceVersion}"));

    /// <summary>Makes the entry of a stop in order.</summary>
    public static EventEntry Stop(Resource resource, DateTimeOffset now) =>
        new(now, EventKind.Lifecycle, "", StopAction, resource.InstanceId);

    /// <summary>Reads the latest runs, newest first.</summary>
    /// <param name="events">The log.</param>
    /// <param name="instance">Instance id of the process that asks.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static ValueTask<IReadOnlyList<ProcessRun>> ReadAsync(IEventLog events, string instance, CancellationToken cancellationToken) =>
        ReadAsync(events, new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), instance, cancellationToken);

    /// <summary>Reads the latest runs that started within a range, newest first; a stop after its end is not seen.</summary>
    public static async ValueTask<IReadOnlyList<ProcessRun>> ReadAsync(
        IEventLog events, TimeRange range, string instance, CancellationToken cancellationToken)
    {
        var runs = new List<ProcessRun>();
        var stops = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var entry in await events.ReadAsync(range, EventKind.Lifecycle, MostEntries, cancellationToken))
        {
            if (entry.Action is StopAction)
                stops.TryAdd(entry.Subject, entry.Time);
            else if (entry.Action is StartAction)
                runs.Add(Read(entry, stops, isCurrent: runs.Count == 0 && string.Equals(entry.Subject, instance, StringComparison.Ordinal)));
        }

        return runs;
    }

    // Newest first: the stop seen last is the one that follows this start.
    private static ProcessRun Read(EventEntry start, Dictionary<string, DateTimeOffset> stops, bool isCurrent)
    {
        var detail = Detail().Match(start.Detail);
        DateTimeOffset? stopped = stops.Remove(start.Subject, out var time) ? time : null;
        return new(start.Time, detail.Groups["process"].Value, detail.Groups["version"].Value, stopped, isCurrent && stopped is null);
    }

    [GeneratedRegex("^process (?<process>[0-9]+) since [^,]+, version (?<version>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Detail();
}
