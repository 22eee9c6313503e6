using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>One attempt to forward a request; in the place of its transformer it sees the answer's headers arrive.</summary>
/// <remarks>One object for both, so that an attempt costs one allocation.</remarks>
internal sealed class ForwardedAttempt(Forwarding way, HttpTransformer inner, ProxyMeter meter, TimeProvider time) : HttpTransformer
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Records the end of the attempt.</summary>
    public void End(int statusCode, ForwarderError error) => meter.RecordAttempt(way, Elapsed, statusCode, error);

    /// <inheritdoc />
    public override ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken) =>
        inner.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);

    /// <inheritdoc />
    public override ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is not null)
            meter.RecordFirstByte(way, Elapsed);

        return inner.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
    }

    /// <inheritdoc />
    public override ValueTask TransformResponseTrailersAsync(
        HttpContext httpContext, HttpResponseMessage proxyResponse, CancellationToken cancellationToken) =>
        inner.TransformResponseTrailersAsync(httpContext, proxyResponse, cancellationToken);

    private double Elapsed => time.GetElapsedTime(_start).TotalSeconds;
}
