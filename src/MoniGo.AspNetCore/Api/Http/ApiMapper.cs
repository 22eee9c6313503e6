using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using MoniGo.Dashboard;

namespace MoniGo.AspNetCore;

/// <summary>Maps routes of the API into a group, each with everything that keeps host and API apart.</summary>
/// <remarks>
/// No endpoint is named: a host that maps MoniGo twice would fail on the second. The OpenAPI group name keeps the API out of the
/// host's own document, and request metrics do not count people who only look.
/// </remarks>
internal sealed class ApiMapper(RouteGroupBuilder group, RouteGroupBuilder dangerous, ApiGuard guard)
{
    // MoniGo's clients may send their JSON under any media type or none, and routing refuses what is not listed here.
    private static readonly string[] RequestTypes = ["application/json", "*/*"];

    /// <summary>Maps one path, and an answer for the methods it does not take.</summary>
    public void Map(ApiRoute route)
    {
        foreach (var answer in route.Answers)
        {
            var owner = answer.ChangesState ? dangerous : group;
            var endpoint = Quiet(owner.MapMethods(route.Pattern, answer.Methods(), guard.Wrap(answer.Handler)));
            Describe(endpoint, answer);
            if (answer.ChangesState)
                endpoint.WithMetadata(ChangesState.Instance);
        }

        var allow = string.Join(", ", route.Methods());
        var refusal = guard.Wrap(_ => Task.FromResult(Reply.Problem(
            StatusCodes.Status405MethodNotAllowed, $"This path answers {allow} only.", ("Allow", allow))));
        Quiet(group.Map(route.Pattern, refusal)).ExcludeFromDescription();
    }

    /// <summary>Answers every path of the group that nobody else has, so that the host's own 404 page never shows here.</summary>
    /// <remarks>For reading methods only: a catch-all for all methods would turn every 405 of the group into a 404.</remarks>
    public void MapUnknown()
    {
        var unknown = guard.Wrap(static _ => Task.FromResult(
            Reply.Problem(StatusCodes.Status404NotFound, "MoniGo has nothing under this path.")));
        Quiet(group.MapMethods("/{**rest}", [HttpMethods.Get, HttpMethods.Head], unknown)).ExcludeFromDescription();
    }

    private static IEndpointConventionBuilder Quiet(IEndpointConventionBuilder endpoint) => endpoint
        .WithMetadata(SkipsStatusPages.Instance, new OutputCacheAttribute { NoStore = true })
        .DisableHttpMetrics()
        .DisableCookieRedirect();

    // The method tells the API explorer that there is an operation at all; everything else is said in metadata.
    private static void Describe(IEndpointConventionBuilder endpoint, ApiRoute.Answer answer)
    {
        endpoint
            .WithGroupName("monigo")
            .WithTags("MoniGo")
            .WithSummary(answer.Summary)
            .WithMetadata(
                answer.Handler.Method,
                new ProducesResponseTypeMetadata(answer.Status, answer.Response, [answer.ContentType]),
                new ProducesResponseTypeMetadata(StatusCodes.Status500InternalServerError, typeof(ProblemDetails), ["application/problem+json"]));
        if (answer.Request is { } request)
        {
            endpoint.WithMetadata(
                new AcceptsMetadata(RequestTypes, request),
                new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(ProblemDetails), ["application/problem+json"]));
        }
    }
}
