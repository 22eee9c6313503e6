using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Gives the service's health score to the host's own health checks.</summary>
internal sealed class MoniGoHealthCheck(ISnapshotFeed feed, HealthThresholds thresholds) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (feed.Latest is not { } latest)
            return Task.FromResult(HealthCheckResult.Healthy("Nothing has been measured yet."));

        var health = Query.HealthReport.From(MachineReader.Read(latest, feed.Previous), thresholds).Service;

        // What is not known is no reason to alarm anybody.
        if (!health.IsKnown)
            return Task.FromResult(HealthCheckResult.Healthy(health.Message));

        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["percent"] = health.Percent };
        return Task.FromResult(health.Healthy
            ? HealthCheckResult.Healthy(health.Detail, data)
            : new HealthCheckResult(context.Registration.FailureStatus, health.Detail, data: data));
    }
}
