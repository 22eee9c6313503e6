using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Gives the service's health score to the host's own health checks.</summary>
internal sealed class MoniGoHealthCheck(ISnapshotFeed feed, CurrentOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (feed.Latest is not { } latest)
            return Task.FromResult(HealthCheckResult.Healthy("Nothing measured yet."));

        var health = HealthScore.OfService(latest, feed.Previous, options.Value.Health.ToThresholds());
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["percent"] = health.Percent };
        return Task.FromResult(health.Healthy
            ? HealthCheckResult.Healthy(health.Message, data)
            : new HealthCheckResult(context.Registration.FailureStatus, health.Message, data: data));
    }
}
