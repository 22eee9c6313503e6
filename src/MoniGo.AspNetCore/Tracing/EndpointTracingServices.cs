using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MoniGo.AspNetCore;

/// <summary>Registers the timing of endpoints.</summary>
internal static class EndpointTracingServices
{
    /// <summary>Times endpoints that carry <see cref="MoniGoTraceAttribute"/>; needs an <see cref="IMoniGoTracer"/>.</summary>
    public static IServiceCollection AddEndpointTracing(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, EndpointTracingPolicy>());
        return services;
    }
}
