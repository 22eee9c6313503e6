using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Hosting;

/// <summary>Registers the built-in stores behind the ports that the user left free.</summary>
/// <remarks>All serve from memory at once; <see cref="StoreLifetime"/> gives them their directory, where there is to be one.</remarks>
internal static class StoreServices
{
    /// <summary>What answers for both halves of the sample store, unless the user replaced them.</summary>
    public static readonly Func<IServiceProvider, object> OurSampleStore = provider => provider.GetRequiredService<SampleStore>();

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(CreateSampleStore);
        services.TryAddSingleton(typeof(ISampleWriter), OurSampleStore);
        services.TryAddSingleton(typeof(ISampleReader), OurSampleStore);
        services.TryAddSingleton(new StoreChoice(services));
        services.TryAddSingleton<IBlobRing>(provider => new DiskBlobRing(time: Time(provider), problem: Tell(provider)));
        services.TryAddSingleton<ISpanStore>(provider => new DiskSpanStore(time: Time(provider), problem: Tell(provider)));
        services.TryAddSingleton<IStateStore>(provider => new DiskStateStore(Time(provider), problem: Tell(provider)));
        services.TryAddSingleton<IEventLog>(provider => new DiskEventLog(time: Time(provider), problem: Tell(provider)));
        services.TryAddSingleton<StoreLifetime>();
    }

    private static SampleStore CreateSampleStore(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<MoniGoOptions>>().Value.Storage;
        var root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        return new(
            StoreSettingsFactory.Create(options, root), time: Time(provider), logger: provider.GetRequiredService<ILogger<SampleStore>>());
    }

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static Action<string> Tell(IServiceProvider provider)
    {
        var logger = provider.GetRequiredService<ILogger<StoreLifetime>>();
        return problem => Log.PortInTrouble(logger, problem);
    }
}
