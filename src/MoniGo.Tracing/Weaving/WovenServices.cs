using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace MoniGo.Weaving;

/// <summary>Registers a service behind its generated decorator; not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WovenServices
{
    /// <summary>Registers the implementation under a key that nobody else holds, and the decorator as the service.</summary>
    /// <remarks>
    /// So the container makes the implementation and disposes it, once; the decorator owns nothing. Asking for the implementation's own
    /// type is left as it was.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection Add<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        IServiceCollection services, ServiceLifetime lifetime, Func<TImplementation, TService> decorate)
        where TService : class
        where TImplementation : class, TService
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(decorate);
        var key = new object();
        services.Add(ServiceDescriptor.DescribeKeyed(typeof(TImplementation), key, typeof(TImplementation), lifetime));
        services.Add(ServiceDescriptor.Describe(typeof(TService), provider => decorate(provider.GetRequiredKeyedService<TImplementation>(key)), lifetime));
        return services;
    }
}
