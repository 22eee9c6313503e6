using MoniGo.Signals;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>Names of what is kept of forwarded requests, and of its tags.</summary>
internal static class ProxyInstruments
{
    /// <summary>Histogram of attempts, in seconds.</summary>
    public const string Duration = "monigo.proxy.request.duration";

    /// <summary>Histogram of the time until answers begin, in seconds.</summary>
    public const string FirstByte = "monigo.proxy.time_to_first_byte";

    /// <summary>Counter of attempts after the first of a request.</summary>
    public const string Retries = "monigo.proxy.retries";

    /// <summary>Counter of requests that were not forwarded at all.</summary>
    public const string Refused = "monigo.proxy.refused";

    /// <summary>Tag: id of the route, or a route template.</summary>
    public const string Route = "route";

    /// <summary>Tag: id of the cluster.</summary>
    public const string Cluster = "cluster";

    /// <summary>Tag: id of the destination, or its address.</summary>
    public const string Destination = "destination";

    /// <summary>Tag: status code of the answer.</summary>
    public const string StatusCode = "http.response.status_code";

    /// <summary>Tag: YARP's kind of error; absent when the attempt was answered.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Gets whether a destination gets requests.</summary>
    public static InstrumentInfo Healthy { get; } = new(
        "monigo.proxy.destination.healthy", InstrumentKind.Gauge, "{destination}", "Whether a destination gets requests: 1 healthy or not known to be unhealthy, 0 unhealthy.");
}
