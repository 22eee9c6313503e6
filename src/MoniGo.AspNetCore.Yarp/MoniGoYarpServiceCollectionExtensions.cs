using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoniGo.AspNetCore.Yarp;
using MoniGo.Signals;
using Yarp.ReverseProxy.Forwarder;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds MoniGo to a YARP gateway.</summary>
public static class MoniGoYarpServiceCollectionExtensions
{
    /// <summary>Measures what the gateway forwards: by route, cluster and destination.</summary>
    /// <remarks>
    /// Beside <c>AddMoniGo()</c> and <c>AddReverseProxy()</c> or <c>AddHttpForwarder()</c>, in any order; idempotent. An own
    /// <see cref="IHttpForwarder"/> is measured when it is registered before, and keeps its lifetime. Costs a few small allocations for each
    /// forwarded attempt.
    /// </remarks>
    public static IServiceCollection AddMoniGoYarp(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(ProxyMeter)))
            return services;

        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<ProxyMeter>();
        services.AddSingleton<MatcherPolicy, ProxiedEndpointPolicy>();
        services.AddSingleton<ISnapshotSource, DestinationHealthSource>();
        services.AddSingleton(GatewayPage.Page);
        services.AddHttpForwarder();
        Decorate(services);
        return services;
    }

    private static void Decorate(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IHttpForwarder) && !service.IsKeyedService);
        services.Remove(inner);
        services.Add(ServiceDescriptor.Describe(typeof(IHttpForwarder), Measured, inner.Lifetime));

        MeasuredForwarder Measured(IServiceProvider provider) => new(
            Create(provider, inner), provider.GetRequiredService<ProxyMeter>(), provider.GetRequiredService<TimeProvider>());
    }

    private static IHttpForwarder Create(IServiceProvider provider, ServiceDescriptor descriptor) => (IHttpForwarder)(
        descriptor.ImplementationInstance
        ?? descriptor.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!));
}
