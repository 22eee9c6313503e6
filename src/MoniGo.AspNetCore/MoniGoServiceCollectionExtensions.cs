using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoniGo;
using MoniGo.AspNetCore;
using MoniGo.Dashboard;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds MoniGo to an ASP.NET Core app.</summary>
public static class MoniGoServiceCollectionExtensions
{
    /// <summary>Adds collectors, tracing, history and what <c>MapMoniGo</c> serves.</summary>
    /// <remarks>
    /// Works headless until <c>app.MapMoniGo()</c> mounts the dashboard. Idempotent: a second call only adds its
    /// <paramref name="configure"/>, which has the last word over the <c>MoniGo</c> configuration section.
    /// </remarks>
    public static IServiceCollection AddMoniGo(this IServiceCollection services, Action<MoniGoOptions>? configure = null)
    {
        services.AddMoniGoCore(configure);
        services.AddEndpointTracing();
        services.TryAddSingleton<MountGuard>();
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, MountGuardFilter>());
        services.TryAddSingleton(MountSettings.ForDashboard);
        ApiServices.Add(services);
        DashboardServices.Add(services);
        return services;
    }
}
