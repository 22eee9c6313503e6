using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>Counts requests that a gateway's route accepted and could send nowhere.</summary>
/// <remarks>
/// These never reach the forwarder, so the route's endpoint is replaced by a twin that looks at the outcome. Thread-safe. Endpoints
/// of others never meet this policy.
/// </remarks>
internal sealed class ProxiedEndpointPolicy(ProxyMeter meter) : MatcherPolicy, IEndpointSelectorPolicy
{
    // Belongs to this host; goes with the endpoints, which YARP makes anew when its configuration changes.
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _twins = [];

    /// <summary>Gets the order: after the policies that pick an endpoint, before MoniGo's tracing of the one that was picked.</summary>
    public override int Order => int.MaxValue - 20;

    /// <inheritdoc />
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsProxied);

    /// <inheritdoc />
    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && IsProxied(candidates[i].Endpoint))
                candidates.ReplaceEndpoint(i, _twins.GetValue(candidates[i].Endpoint, Decorate), candidates[i].Values);
        }

        return Task.CompletedTask;
    }

    private static bool IsProxied(Endpoint endpoint) => endpoint.Metadata.GetMetadata<RouteModel>() is not null;

    private Endpoint Decorate(Endpoint endpoint) => endpoint is RouteEndpoint { RequestDelegate: { } run } route
        ? new RouteEndpoint(context => RunAsync(run, context), route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
        : endpoint;

    private async Task RunAsync(RequestDelegate run, HttpContext context)
    {
        await run(context);
        if (context.Features.Get<IForwarderErrorFeature>() is { Error: ForwarderError.NoAvailableDestinations and var error })
            meter.CountRefused(Forwarding.Of(context, address: null), error);
    }
}
