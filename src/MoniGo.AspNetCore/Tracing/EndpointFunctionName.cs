using System.Reflection;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using MoniGo.Tracing;

namespace MoniGo.AspNetCore;

/// <summary>Names the function behind an endpoint.</summary>
internal static class EndpointFunctionName
{
    /// <summary>Gives the attribute's name, else the method with its types, else page, gRPC method or route.</summary>
    public static string Of(Endpoint endpoint, MoniGoTraceAttribute attribute) =>
        !string.IsNullOrEmpty(attribute.Name) ? attribute.Name
        : GrpcStatus.IsGrpc(endpoint) ? RouteOf(endpoint).TrimStart('/')
        : OfPage(endpoint.Metadata) ?? OfMethod(endpoint.Metadata) ?? OfRoute(endpoint);

    // Pages first: Blazor's endpoints carry the method that renders every component.
    private static string? OfPage(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<PageActionDescriptor>() is { } page ? "Page " + page.ViewEnginePath
        : metadata.GetMetadata<ComponentTypeMetadata>() is { } component ? "Page " + TypeNames.Of(component.Type)
        : null;

    // Controllers may inherit an action; each has its own function.
    private static string? OfMethod(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<ControllerActionDescriptor>() is { } action ? MethodNames.Of(action.MethodInfo, action.ControllerTypeInfo)
        : metadata.GetMetadata<MethodInfo>() is { } method ? MethodNames.Of(method)
        : null;

    private static string OfRoute(Endpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return methods is { Count: > 0 } ? string.Join(',', methods) + " " + RouteOf(endpoint) : RouteOf(endpoint);
    }

    private static string RouteOf(Endpoint endpoint) =>
        (endpoint as RouteEndpoint)?.RoutePattern.RawText is { } route ? "/" + route.TrimStart('/') : endpoint.DisplayName ?? "endpoint";
}
