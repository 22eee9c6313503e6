using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MoniGo.Dashboard;

/// <summary>Maps the pages, their files, their data and their live stream into a group that somebody else protects.</summary>
internal static class DashboardRoutes
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps the routes under <paramref name="prefix"/>, which the group already carries.</summary>
    /// <remarks>
    /// No endpoint is named: a host that maps two dashboards would fail on the second. Nothing is made here that only a request needs.
    /// </remarks>
    public static void Map(RouteGroupBuilder people, string prefix)
    {
        Map(people, "/", Reads, context => Find<PageRoute>(context).ServeAsync(context, prefix));
        Map(people, "/{page}", Reads, context => Find<PageRoute>(context).ServeAsync(context, prefix));
        Map(people, "/assets/{name}", Reads, context => Find<AssetRoute>(context).ServeAsync(context));
        Map(people, "/api/v1/panels", Reads, context => Find<PanelsRoute>(context).ServeAsync(context));
        Map(people, "/live", [HttpMethods.Get], context => Find<LiveRoute>(context).ServeAsync(context));
    }

    private static T Find<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    // A host's output cache would record a stream and replay it, its status pages would replace our problem documents,
    // and its request metrics would count people who only look.
    private static void Map(RouteGroupBuilder people, string pattern, string[] methods, RequestDelegate handler) => people
        .MapMethods(pattern, methods, handler)
        .WithMetadata(new OutputCacheAttribute { NoStore = true }, SkipsStatusPages.Instance)
        .DisableHttpMetrics()
        .ExcludeFromDescription();
}
