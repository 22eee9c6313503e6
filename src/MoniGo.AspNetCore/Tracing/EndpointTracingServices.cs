using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MoniGo.AspNetCore;

/// <summary>Registers the timing of endpoints, page handlers and hub methods.</summary>
internal static class EndpointTracingServices
{
    /// <summary>Times what carries <see cref="MoniGoTraceAttribute"/>; needs an <see cref="IMoniGoTracer"/>.</summary>
    /// <remarks>What is registered for MVC, pages and SignalR is made only by a host that has them.</remarks>
    public static IServiceCollection AddEndpointTracing(this IServiceCollection services)
    {
        services.TryAddSingleton(static host => new Lazy<ActionStages>(() => ActivatorUtilities.CreateInstance<ActionStages>(host)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, EndpointTracingPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPageApplicationModelProvider, PageHandlerTracing>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HubOptions>, HubTracingSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, HostFlowFilter>());
        return services;
    }
}
