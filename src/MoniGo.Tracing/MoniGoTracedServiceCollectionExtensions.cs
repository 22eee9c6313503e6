using MoniGo;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers services whose calls are timed.</summary>
public static class MoniGoTracedServiceCollectionExtensions
{
    /// <summary>Registers a service behind a decorator that times the methods with <see cref="MoniGoTraceAttribute"/>.</summary>
    /// <remarks>
    /// For an attribute on an implementation that is called through its interface, and for callers that cannot be woven. The attribute may
    /// stand on a method or on the whole type, of the interface or of the implementation; everything else is handed on. The decorator is
    /// written at compile time by the generator that comes with the package, which takes the place of this call. The container makes and
    /// disposes the implementation, once; disposing the service through its interface therefore does nothing. Such a call is counted
    /// once, also where it is woven too.
    /// </remarks>
    /// <typeparam name="TService">An interface.</typeparam>
    /// <typeparam name="TImplementation">The class behind it.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <param name="lifetime">Lifetime of both; default scoped.</param>
    /// <exception cref="InvalidOperationException">The call was not woven: the generator did not run, or said at compile time why it could not.</exception>
    public static IServiceCollection AddMoniGoTraced<TService, TImplementation>(this IServiceCollection services, ServiceLifetime lifetime = ServiceLifetime.Scoped)
        where TService : class
        where TImplementation : class, TService =>
        throw new InvalidOperationException(
            $"AddMoniGoTraced<{typeof(TService).Name}, {typeof(TImplementation).Name}>() was not woven. Reference the MoniGo.Tracing package (with its analyzers) "
            + "from the project that holds this call, call it directly with an interface and a class, and see the MONIGO messages of its build.");
}
