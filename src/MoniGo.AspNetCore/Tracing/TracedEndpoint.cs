using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;

namespace MoniGo.AspNetCore;

/// <summary>Makes the timed twin of an endpoint: same metadata, same route, its delegate timed.</summary>
internal static class TracedEndpoint
{
    /// <summary>Finds the attribute that applies: the method's own, else its class's.</summary>
    /// <remarks>
    /// MVC and pages put a class's attributes into the metadata; Minimal APIs do not, so a handler's class is asked here.
    /// A hub's endpoint lives as long as its connection, which is no duration of a call, so it never counts as traced.
    /// </remarks>
    public static MoniGoTraceAttribute? AttributeOf(Endpoint endpoint)
    {
        var attribute = endpoint.Metadata.GetMetadata<MoniGoTraceAttribute>()
            ?? endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.GetCustomAttribute<MoniGoTraceAttribute>();

        return attribute is null || endpoint.Metadata.GetMetadata<HubMetadata>() is not null ? null : attribute;
    }

    /// <summary>Makes the twin; an endpoint that is not traced is its own.</summary>
    public static Endpoint Decorate(Endpoint endpoint, IMoniGoTracer tracer)
    {
        if (AttributeOf(endpoint) is not { } attribute || endpoint.RequestDelegate is not { } run)
            return endpoint;

        var timed = Timed(run, tracer.GetFunction(EndpointFunctionName.Of(endpoint, attribute)));
        return endpoint is RouteEndpoint route
            ? new RouteEndpoint(timed, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
            : new Endpoint(timed, endpoint.Metadata, endpoint.DisplayName);
    }

    // A 5xx answer without an exception is an answer, not an error of the function: the request's own metrics count it by status code.
    private static RequestDelegate Timed(RequestDelegate run, TracedFunction function) =>
        context => function.TraceAsync((run, context), static call => call.run(call.context));
}
