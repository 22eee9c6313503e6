using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Registers the endpoints of the API, each made at its first request.</summary>
internal static class ApiServices
{
    /// <summary>Adds what the routes of <see cref="ApiRoutes"/> need beyond the ports.</summary>
    public static IServiceCollection Add(IServiceCollection services)
    {
        services.TryAddSingleton<ApiGuard>();
        services.TryAddSingleton<MoniGoFields>();
        services.TryAddSingleton(static host => new FieldHistory(
            host.GetRequiredService<SeriesEngine>(), host.GetRequiredService<ISnapshotFeed>().Interval));
        services.TryAddSingleton<MetricsEndpoint>();
        services.TryAddSingleton<ServiceInfoEndpoint>();
        services.TryAddSingleton<GoroutinesEndpoint>();
        services.TryAddSingleton<FunctionEndpoint>();
        services.TryAddSingleton<FunctionsEndpoint>();
        services.TryAddSingleton<FunctionHistoryEndpoint>();
        services.TryAddSingleton<SamplingEndpoint>();
        services.TryAddSingleton<ActiveCallsEndpoint>();
        services.TryAddSingleton<TracesEndpoint>();
        services.TryAddSingleton<ExceptionsEndpoint>();
        services.TryAddSingleton<BackgroundServicesEndpoint>();
        services.TryAddSingleton<FunctionDetailsEndpoint>();
        services.TryAddSingleton<ServiceMetricsEndpoint>();
        services.TryAddSingleton<ReportsEndpoint>();
        services.TryAddSingleton<ExportersEndpoint>();
        services.TryAddSingleton<OperationsEndpoint>();
        services.TryAddSingleton<CancelOperationEndpoint>();
        services.TryAddSingleton<EventsEndpoint>();
        services.TryAddSingleton<PrometheusEndpoint>();
        return services;
    }
}
