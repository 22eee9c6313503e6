using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MoniGo.Signals;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>Reads the health of every destination at each tick, and notes each change in the event log.</summary>
/// <remarks>
/// YARP's own checks judge; nothing is probed here. A destination whose health changes twice within one tick is seen once. Without a
/// proxy configuration (direct forwarding) there is nothing to read. Called by the ticker alone.
/// </remarks>
internal sealed partial class DestinationHealthSource(IServiceProvider services, IEventLog events, ILogger<DestinationHealthSource> logger)
    : ISnapshotSource
{
    /// <summary>Action of the entry of a destination that is healthy again.</summary>
    public const string HealthyAction = "destination.healthy";

    private const string UnhealthyAction = "destination.unhealthy";

    private Dictionary<(string Cluster, string Destination), Reading> _readings = [];

    /// <summary>Tells whether an entry of the event log is one of ours.</summary>
    public static bool IsChange(EventEntry entry) => entry.Action is HealthyAction or UnhealthyAction;

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var readings = new Dictionary<(string, string), Reading>(_readings.Count);
        foreach (var cluster in services.GetService<IProxyStateLookup>()?.GetClusters() ?? [])
        {
            foreach (var (id, destination) in cluster.Destinations)
            {
                var reading = Read(builder.Time, (cluster.ClusterId, id), destination.Health);
                readings[(cluster.ClusterId, id)] = reading;
                builder.Add(reading.Series, reading.IsHealthy ? 1 : 0);
            }
        }

        _readings = readings;
    }

    private Reading Read(DateTimeOffset now, (string Cluster, string Destination) name, DestinationHealthState state)
    {
        var isHealthy = state.Active != DestinationHealth.Unhealthy && state.Passive != DestinationHealth.Unhealthy;
        if (!_readings.TryGetValue(name, out var last))
            last = new(new(ProxyInstruments.Healthy, TagSet.Of(ProxyInstruments.Cluster, name.Cluster).With(ProxyInstruments.Destination, name.Destination)), IsHealthy: true);

        if (last.IsHealthy != isHealthy)
            _ = NoteAsync(new(
                now, EventKind.Health, "", isHealthy ? HealthyAction : UnhealthyAction, $"{name.Cluster}/{name.Destination}",
                $"active check {state.Active}, passive check {state.Passive}"));

        return last with { IsHealthy = isHealthy };
    }

    // Never on the ticker's thread: a log on a slow disk must not hold up the tick.
    private Task NoteAsync(EventEntry entry) => Task.Run(async () =>
    {
        try
        {
            await events.AppendAsync(entry);
        }
        catch (Exception failure)
        {
            NotNoted(logger, entry.Subject, failure);
        }
    });

    [LoggerMessage(500, LogLevel.Warning, "The change of health of destination {Destination} could not be noted in the event log.")]
    private static partial void NotNoted(ILogger logger, string destination, Exception failure);

    private readonly record struct Reading(SeriesKey Series, bool IsHealthy);
}
