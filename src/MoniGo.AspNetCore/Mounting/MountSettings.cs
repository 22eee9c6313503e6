using Microsoft.Extensions.DependencyInjection;
using MoniGo.Dashboard;
using MoniGo.Hosting;
using MoniGo.Query;

namespace MoniGo.AspNetCore;

/// <summary>Hands the options on to the rooms that do not know them.</summary>
internal static class MountSettings
{
    public static DashboardSettings ForDashboard(IServiceProvider services)
    {
        var options = services.GetRequiredService<CurrentOptions>().Value;
        return new()
        {
            MaxViewers = options.Dashboard.MaxViewers,
            StreamLifetime = options.Dashboard.StreamLifetime,
            Health = services.GetRequiredService<HealthThresholds>(),
        };
    }
}
