using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace MoniGo.AspNetCore;

/// <summary>Puts a timed twin in the place of each endpoint that carries <see cref="MoniGoTraceAttribute"/>.</summary>
/// <remarks>
/// Routing asks <see cref="AppliesToEndpoints"/> once per node of its tree, so endpoints without the attribute never meet this policy.
/// Only the endpoint's own delegate is timed: not the middleware before it, nor requests that authorization turned away. Thread-safe.
/// </remarks>
internal sealed class EndpointTracingPolicy(IMoniGoTracer tracer, Lazy<ActionStages>? stages = null) : MatcherPolicy, IEndpointSelectorPolicy
{
    // An endpoint maps to its twin, or to itself when it is not traced. Belongs to this host; goes with the endpoints.
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _twins = [];

    /// <summary>Gets the order: after the policies that pick an endpoint, so that the one that runs is the one that is timed.</summary>
    /// <remarks>Razor Pages load their endpoint at int.MaxValue - 100.</remarks>
    public override int Order => int.MaxValue - 10;

    /// <inheritdoc />
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            if (TracedEndpoint.AttributeOf(endpoint) is not null || MayLearnItsAttributesLater(endpoint))
                return true;
        }

        return false;
    }

    /// <inheritdoc />
    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i))
                Replace(candidates, i);
        }

        return Task.CompletedTask;
    }

    private void Replace(CandidateSet candidates, int index)
    {
        ref readonly var candidate = ref candidates[index];
        if (candidate.Endpoint is not { } endpoint)
            return;

        if (!_twins.TryGetValue(endpoint, out var twin))
            twin = _twins.GetValue(endpoint, Decorate);

        if (twin != endpoint)
            candidates.ReplaceEndpoint(index, twin, candidate.Values);
    }

    private Endpoint Decorate(Endpoint endpoint)
    {
        var twin = TracedEndpoint.Decorate(endpoint, tracer);
        if (twin != endpoint && endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action)
            stages?.Value.AddTo(action);

        return twin;
    }

    // A page's attributes are known once the page is compiled, a dynamic endpoint's once its transformer has run: at the request.
    private static bool MayLearnItsAttributesLater(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IDynamicEndpointMetadata>() is { IsDynamic: true }
        || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;
}
