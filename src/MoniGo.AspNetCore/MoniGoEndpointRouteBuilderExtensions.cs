using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.AspNetCore;
using MoniGo.Dashboard;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Mounts MoniGo in the host's own routing.</summary>
public static class MoniGoEndpointRouteBuilderExtensions
{
    /// <summary>Maps the dashboard, the API and the Prometheus endpoint below a path.</summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="pattern">Path of the mount, such as <c>/monigo</c> or <c>/ops/monigo</c>: literal segments only, not the root.</param>
    /// <returns>
    /// A builder whose conventions reach every endpoint, assets and streams included, and whose groups reach some:
    /// <see cref="MoniGoEndpointConventionBuilder.People"/>, <see cref="MoniGoEndpointConventionBuilder.Machines"/> and
    /// <see cref="MoniGoEndpointConventionBuilder.Dangerous"/>.
    /// </returns>
    /// <remarks>
    /// Outside Development the start fails unless each group has an authorization policy, the host has a fallback policy, or
    /// <c>AllowAnonymous()</c> says that everybody may look. May be called several times with different paths and policies.
    /// </remarks>
    /// <exception cref="ArgumentException">The pattern is empty, the root, or has parameters.</exception>
    /// <exception cref="InvalidOperationException"><c>AddMoniGo</c> was not called.</exception>
    public static MoniGoEndpointConventionBuilder MapMoniGo(this IEndpointRouteBuilder endpoints, string pattern = "/monigo")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var path = MountPath.Parse(pattern);
        var guard = endpoints.ServiceProvider.GetService<MountGuard>()
            ?? throw new InvalidOperationException("MapMoniGo needs MoniGo's services: call builder.Services.AddMoniGo() first.");

        guard.Expect();
        var faults = endpoints.ServiceProvider.GetRequiredService<ApiGuard>();
        var builder = new MoniGoEndpointConventionBuilder(endpoints.MapGroup(path), new Mount(path), faults);
        DashboardRoutes.Map(builder.PeopleRoutes, path);
        ApiRoutes.Map(builder.PeopleRoutes, builder.MachinesRoutes, builder.DangerousRoutes);
        return builder;
    }
}
