using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Registers what concerns the hosted services of this host.</summary>
internal static class ServiceWatch
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<HostFlow>();
        services.TryAddSingleton<BackgroundServices>();
        services.TryAddSingleton<IBackgroundServices>(provider => provider.GetRequiredService<BackgroundServices>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISnapshotSource, BackgroundServices>(
            provider => provider.GetRequiredService<BackgroundServices>()));
    }
}
