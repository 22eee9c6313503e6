using Microsoft.AspNetCore.Routing;
using MoniGo.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds conventions to what <c>MapMoniGo</c> has mapped.</summary>
/// <remarks>
/// Conventions of this builder reach every endpoint. Policies only ever add up, so a group can ask for more, never for less;
/// <c>AllowAnonymous()</c> alone takes away. Not thread-safe; use it while the host is being built.
/// </remarks>
public sealed class MoniGoEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly RouteGroupBuilder _all;

    internal MoniGoEndpointConventionBuilder(RouteGroupBuilder all, Mount mount, ApiGuard faults)
    {
        _all = all;
        all.DisableHttpMetrics();
        Finally(OriginFilter.Apply);
        Finally(new MountGate(mount, faults).Apply);
        PeopleRoutes = Group(all, MountGroupKind.People);
        MachinesRoutes = Group(all, MountGroupKind.Machines);
        DangerousRoutes = Group(PeopleRoutes, MountGroupKind.Dangerous);

        RouteGroupBuilder Group(RouteGroupBuilder parent, MountGroupKind kind) =>
            parent.MapGroup("").WithMetadata(new MountMetadata(mount, kind));
    }

    /// <summary>Gets the pages, their assets and streams, and the API: what people look at.</summary>
    public IEndpointConventionBuilder People => PeopleRoutes;

    /// <summary>Gets <c>/metrics</c>: what machines call.</summary>
    public IEndpointConventionBuilder Machines => MachinesRoutes;

    /// <summary>Gets what changes or reveals a lot (taking and cancelling captures); <see cref="People"/> holds for it too.</summary>
    public IEndpointConventionBuilder Dangerous => DangerousRoutes;

    internal RouteGroupBuilder PeopleRoutes { get; }

    internal RouteGroupBuilder MachinesRoutes { get; }

    internal RouteGroupBuilder DangerousRoutes { get; }

    /// <inheritdoc />
    public void Add(Action<EndpointBuilder> convention) => ((IEndpointConventionBuilder)_all).Add(convention);

    /// <inheritdoc />
    public void Finally(Action<EndpointBuilder> finallyConvention) => ((IEndpointConventionBuilder)_all).Finally(finallyConvention);
}
