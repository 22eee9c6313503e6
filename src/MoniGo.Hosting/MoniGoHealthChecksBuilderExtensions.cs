using Microsoft.Extensions.Diagnostics.HealthChecks;
using MoniGo.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds MoniGo's health score to the host's health checks.</summary>
public static class MoniGoHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that fails while a resource is over its limit.</summary>
    /// <param name="builder">The host's health checks, which must be in a host with <c>AddMoniGo</c>.</param>
    /// <param name="name">Name of the check.</param>
    /// <param name="failureStatus">What an overloaded service reports; Degraded by default, so that no orchestrator kills it for being busy.</param>
    /// <param name="tags">Tags of the check.</param>
    /// <remarks>Opt-in on purpose: MoniGo never changes what the host's probes answer by itself.</remarks>
    public static IHealthChecksBuilder AddMoniGo(
        this IHealthChecksBuilder builder,
        string name = "monigo",
        HealthStatus failureStatus = HealthStatus.Degraded,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddCheck<MoniGoHealthCheck>(name, failureStatus, tags ?? []);
    }
}
