using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yarp.ReverseProxy.Model;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>The way of a forwarded request: by which route, into which cluster, to which destination.</summary>
/// <param name="Route">Id of the route; of direct forwarding, the route template.</param>
/// <param name="Cluster">Id of the cluster; <see cref="Direct"/> for direct forwarding.</param>
/// <param name="Destination">Id of the destination; of direct forwarding, its address. Null when none was chosen.</param>
internal readonly record struct Forwarding(string Route, string Cluster, string? Destination)
{
    /// <summary>Names the cluster of requests that are forwarded without one.</summary>
    public const string Direct = "(direct)";

    /// <summary>Reads the way from the request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">Address that it is sent to; null when it is not.</param>
    public static Forwarding Of(HttpContext context, string? address) =>
        context.Features.Get<IReverseProxyFeature>() is { } proxy
            ? new(proxy.Route.Config.RouteId, proxy.Cluster.Config.ClusterId, proxy.ProxiedDestination?.DestinationId)
            : new((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "", Direct, address);

    /// <summary>Makes the tags; up to eight take no allocation.</summary>
    public TagList ToTags()
    {
        var tags = new TagList { { ProxyInstruments.Route, Route }, { ProxyInstruments.Cluster, Cluster } };
        if (Destination is not null)
            tags.Add(ProxyInstruments.Destination, Destination);

        return tags;
    }

    /// <summary>Tells a span of the request which way it went; the names are YARP's own.</summary>
    public void Mark(Activity? span)
    {
        span?.SetTag("proxy.route_id", Route).SetTag("proxy.cluster_id", Cluster).SetTag("proxy.destination_id", Destination);
    }
}
