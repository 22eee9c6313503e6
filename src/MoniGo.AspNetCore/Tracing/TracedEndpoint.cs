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

        var function = tracer.GetFunction(EndpointFunctionName.Of(endpoint, attribute));
        var timed = GrpcStatus.IsGrpc(endpoint) ? TimedGrpc(run, function) : Timed(run, function);
        return endpoint is RouteEndpoint route
            ? new RouteEndpoint(timed, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
            : new Endpoint(timed, endpoint.Metadata, endpoint.DisplayName);
    }

    // A 5xx answer without an exception is an answer, not an error of the function: the request's own metrics count it by status code.
    private static RequestDelegate Timed(RequestDelegate run, TracedFunction function) =>
        context => function.TraceAsync((run, context), static call => call.run(call.context));

    // The gRPC framework turns exceptions into a status before they come here, so the status is what tells an error.
    private static RequestDelegate TimedGrpc(RequestDelegate run, TracedFunction function) =>
        context => function.TraceAsync((run, context, function), static async call =>
        {
            await call.run(call.context);
            if (call.function.Recorded is { IsEnabled: true } recorded && GrpcStatus.ErrorOf(call.context) is { } error)
                recorded.Errors.Count(error);
        });
}
