using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Gives the service's health score to the host's own health checks.</summary>
internal sealed class MoniGoHealthCheck(ISnapshotFeed feed, CurrentOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // CPU shares need two readings; before them nothing is known, which is no reason to alarm anybody.
        if (feed is not { Latest: { } latest, Previous: { } previous })
            return Task.FromResult(HealthCheckResult.Healthy("Nothing measured yet."));

        var health = Query.HealthReport.From(MachineReader.Read(latest, feed.Previous), options.Value.Health.ToThresholds()).Service;
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["percent"] = health.Percent };
        return Task.FromResult(health.Healthy
            ? HealthCheckResult.Healthy(health.Detail, data)
            : new HealthCheckResult(context.Registration.FailureStatus, health.Detail, data: data));
    }
}
