using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoniGo.Signals;
using MoniGo.Tracing;
using MoniGo.Weaving;

namespace MoniGo.Hosting;

/// <summary>Registers what concerns the hosted services of this host.</summary>
internal static class ServiceWatch
{
    /// <summary>Makes MoniGo's own service, and says whose flow the host's services run in.</summary>
    /// <remarks>
    /// They are all made right before the host starts them, and inherit the flow that they are made in. The web server does not hand it on
    /// to requests, which enter by themselves.
    /// </remarks>
    public static MoniGoWorker CreateWorker(IServiceProvider provider)
    {
        AmbientTracer.EnterForGood(provider.GetRequiredService<FunctionTracer>());
        return ActivatorUtilities.CreateInstance<MoniGoWorker>(provider);
    }

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<BackgroundServices>(provider, services));
        services.TryAddSingleton<IBackgroundServices>(provider => provider.GetRequiredService<BackgroundServices>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISnapshotSource, BackgroundServices>(
            provider => provider.GetRequiredService<BackgroundServices>()));
    }
}
