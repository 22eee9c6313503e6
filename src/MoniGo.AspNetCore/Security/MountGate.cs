using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;

namespace MoniGo.AspNetCore;

/// <summary>Stands before every endpoint of a mount and serves only what the guard has seen and the host has authorized.</summary>
/// <remarks>
/// ASP.NET Core notices a missing <c>UseAuthorization()</c> for endpoints with a policy of their own, and only for them; a fallback
/// policy that no middleware enforces, a short-circuited route or a route mapped after the guard looked would be open without this.
/// Also the last stop for exceptions of ours: they never reach the host's own error handling.
/// </remarks>
internal sealed class MountGate(Mount mount, ApiGuard faults)
{
    // Set by the authorization middleware of ASP.NET Core on every request for which it ran with an endpoint.
    private const string AuthorizationRan = "__AuthorizationMiddlewareWithEndpointInvoked";

    /// <summary>A Finally convention: all metadata of the endpoint is known by now.</summary>
    public void Apply(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is not { } next)
            return;

        var protection = ProtectionReader.Of(new EndpointMetadataCollection(endpoint.Metadata));
        var contained = faults.Contain(next);
        endpoint.RequestDelegate = context => Refusal(protection, context) is { } refusal ? refusal.SendAsync(context) : contained(context);
    }

    private Reply? Refusal(Protection protection, HttpContext context)
    {
        if (mount.State == MountState.Unchecked)
        {
            return Reply.Problem(
                StatusCodes.Status503ServiceUnavailable,
                "MoniGo was mapped after its protection was checked at start-up. Map it where the app maps its other routes.");
        }

        var isMeantToBeOpen = protection == Protection.Anonymous || (protection == Protection.Unsaid && mount.State == MountState.Open);
        return isMeantToBeOpen || context.Items.ContainsKey(AuthorizationRan)
            ? null
            : Reply.Problem(
                StatusCodes.Status500InternalServerError,
                "MoniGo is meant to be protected, but no authorization ran for this request. Call app.UseAuthorization() between routing and endpoints, and do not short-circuit these routes.");
    }
}
