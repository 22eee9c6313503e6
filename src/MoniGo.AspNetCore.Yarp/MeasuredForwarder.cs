using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>Forwards as another forwarder does, and measures each attempt.</summary>
/// <remarks>Thread-safe. What YARP answers and throws passes untouched.</remarks>
internal sealed class MeasuredForwarder(IHttpForwarder inner, ProxyMeter meter, TimeProvider time) : IHttpForwarder
{
    public ValueTask<ForwarderError> SendAsync(
        HttpContext context, string destinationPrefix, HttpMessageInvoker httpClient, ForwarderRequestConfig requestConfig, HttpTransformer transformer) =>
        SendAsync(context, destinationPrefix, httpClient, requestConfig, transformer, CancellationToken.None);

    public async ValueTask<ForwarderError> SendAsync(
        HttpContext context,
        string destinationPrefix,
        HttpMessageInvoker httpClient,
        ForwarderRequestConfig requestConfig,
        HttpTransformer transformer,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(transformer);
        var attempt = Begin(context, destinationPrefix, transformer);
        var error = ForwarderError.Request; // stays if the forwarder throws, which YARP's own does not
        try
        {
            error = await inner.SendAsync(context, destinationPrefix, httpClient, requestConfig, attempt, cancellationToken);
            return error;
        }
        finally
        {
            attempt.End(context.Response.StatusCode, error);
        }
    }

    private ForwardedAttempt Begin(HttpContext context, string address, HttpTransformer transformer)
    {
        var way = Forwarding.Of(context, address);
        way.Mark(context.Features.Get<IHttpActivityFeature>()?.Activity);
        if (context.Features.Get<ForwardedAttempt>() is not null)
            meter.CountRetry(way);

        var attempt = new ForwardedAttempt(way, transformer, meter, time);
        context.Features.Set(attempt);
        return attempt;
    }
}
