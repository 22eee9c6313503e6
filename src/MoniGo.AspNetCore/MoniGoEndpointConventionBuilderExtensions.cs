using MoniGo;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Traces endpoints by convention, where an attribute has no place.</summary>
public static class MoniGoEndpointConventionBuilderExtensions
{
    /// <summary>Times the requests of an endpoint, or of every endpoint of a group, as functions.</summary>
    /// <param name="builder">An endpoint, a group, or what a mapping method such as <c>MapControllers</c> gives.</param>
    /// <param name="name">
    /// Name that the function is shown under; null, the default, names each endpoint's after its handler or route. One name for a whole
    /// group makes it one function. An attribute that is nearer to the handler wins.
    /// </param>
    /// <remarks>The same as <c>[MoniGoTrace]</c> on the handler. Not thread-safe; use it while the host is being built.</remarks>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static TBuilder WithMoniGoTrace<TBuilder>(this TBuilder builder, string? name = null)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (name is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(name);

        return builder.WithMetadata(new MoniGoTraceAttribute { Name = name });
    }
}
