using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Registers the dashboard.</summary>
/// <remarks>It takes the ports of <see cref="PanelSources"/> and <see cref="ISnapshotFeed"/> from the host; a registered <see cref="DashboardSettings"/> wins.</remarks>
internal static class DashboardServices
{
    /// <summary>Adds what the routes of <see cref="DashboardRoutes"/> need, all of it singletons.</summary>
    public static IServiceCollection Add(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new DashboardSettings());
        services.TryAddSingleton(host => new SeriesEngine(host.GetRequiredService<ISampleReader>()));
        services.TryAddSingleton<AssetCatalog>();
        services.TryAddSingleton<PageRegistry>();
        services.TryAddSingleton<PanelSources>();
        services.TryAddSingleton<PageReader>();
        services.TryAddSingleton<PageAnswers>();
        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton<LiveBroadcast>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISnapshotSource, LiveReadings>());
        services.TryAddSingleton<PageRoute>();
        services.TryAddSingleton<PanelsRoute>();
        services.TryAddSingleton<AssetRoute>();
        services.TryAddSingleton<LiveRoute>();
        return services;
    }
}
