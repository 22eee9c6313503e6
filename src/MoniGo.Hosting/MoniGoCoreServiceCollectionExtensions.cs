using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MoniGo;
using MoniGo.Collectors;
using MoniGo.Exporters;
using MoniGo.Hosting;
using MoniGo.Query;
using MoniGo.Signals;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds MoniGo to any generic host, without pages and routes.</summary>
public static class MoniGoCoreServiceCollectionExtensions
{
    /// <summary>Adds the collectors, the tracer, the store and the background tick.</summary>
    /// <remarks>
    /// For workers and console hosts; a web app calls <c>AddMoniGo</c>, which includes this. Idempotent: a second call only adds its
    /// <paramref name="configure"/>. A port of <c>MoniGo.Signals</c> that is registered before takes the place of the built-in one;
    /// every registered <see cref="ISnapshotSource"/> is asked beside the built-in ones. Adds a logger provider with the alias <c>MoniGo</c>,
    /// which keeps the log lines of kept calls; call it after <c>ClearProviders</c>.
    /// </remarks>
    public static IServiceCollection AddMoniGoCore(this IServiceCollection services, Action<MoniGoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions(services, configure);
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => ResourceFactory.Create(Options(provider), provider.GetRequiredService<IHostEnvironment>()));
        StoreServices.Add(services);
        AddTick(services);
        services.TryAddSingleton(provider => Options(provider).Health.ToThresholds());
        services.TryAddSingleton<IOperations, OperationRunner>();
        services.TryAddSingleton<SeriesEngine>();
        services.TryAddSingleton<PrometheusScrape>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExporterStatusSource, PrometheusScrape>(Existing<PrometheusScrape>));
        return services;
    }

    // Bound once: a second binding would come after the first call's delegate and undo it.
    private static void AddOptions(IServiceCollection services, Action<MoniGoOptions>? configure)
    {
        if (!services.Any(service => service.ServiceType == typeof(CurrentOptions)))
        {
            services.AddOptions<MoniGoOptions>().Configure<IConfiguration>(OptionsSection.Bind);
            services.AddSingleton<IOptionsChangeTokenSource<MoniGoOptions>, ConfigurationChangeTokenSource<MoniGoOptions>>();
            services.AddSingleton<CurrentOptions>();
            services.AddSingleton<IValidateOptions<MoniGoOptions>, MoniGoOptionsValidator>();
        }

        if (configure is not null)
            services.Configure(configure);
    }

    private static void AddTick(IServiceCollection services)
    {
        services.TryAddSingleton<OwnTelemetry>();
        TracingServices.Add(services);
        services.TryAddSingleton(TickFactory.CreateAggregator);
        services.TryAddSingleton(TickFactory.CreateTicker);
        services.TryAddSingleton<ISnapshotFeed>(Existing<SnapshotTicker>);
        services.TryAddSingleton<StoreWriter>();
        services.TryAddSingleton<LifecycleLog>();
        ServiceWatch.Add(services);
        services.AddHostedService(ServiceWatch.CreateWorker);
    }

    private static MoniGoOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<MoniGoOptions>>().Value;

    private static T Existing<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
