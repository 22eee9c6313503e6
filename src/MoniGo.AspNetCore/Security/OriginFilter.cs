using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;

namespace MoniGo.AspNetCore;

/// <summary>Refuses state-changing calls that a browser makes on behalf of another site.</summary>
/// <remarks>
/// Needs no antiforgery token, which a host may not have set up: every current browser sends <c>Sec-Fetch-Site</c> or <c>Origin</c>
/// with such calls. Tools that send neither are not browsers and carry no ambient cookies.
/// </remarks>
internal static class OriginFilter
{
    private static Reply Refusal => Reply.Problem(
        StatusCodes.Status403Forbidden,
        "This call changes something, so it must come from MoniGo's own pages or from a tool that is not a browser.");

    /// <summary>A Finally convention: wraps the endpoint when it is marked with <see cref="ChangesState"/>.</summary>
    public static void Apply(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is not { } next || !endpoint.Metadata.OfType<ChangesState>().Any())
            return;

        endpoint.RequestDelegate = context => IsOwn(context.Request) ? next(context) : Refusal.SendAsync(context);
    }

    internal static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";

        // Only the authority is compared: behind a proxy that ends TLS the scheme seen here may differ.
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, Authority(request, uri), StringComparison.OrdinalIgnoreCase));
    }

    // Uri.Authority leaves out the scheme's default port; a Host header may or may not carry it.
    private static string Authority(HttpRequest request, Uri origin) =>
        request.Host.Port is { } port && !(origin.IsDefaultPort && origin.Port == port)
            ? $"{request.Host.Host}:{port}"
            : request.Host.Host;
}
