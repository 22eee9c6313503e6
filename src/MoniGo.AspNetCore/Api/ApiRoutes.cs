using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Dashboard;

namespace MoniGo.AspNetCore;

/// <summary>Maps the HTTP API: MoniGo's contract, our own resources beside it, and the scrape page.</summary>
/// <remarks>Every endpoint reads from the latest snapshot or the store; asking changes nothing. What changes something is marked <see cref="ChangesState"/>.</remarks>
internal static class ApiRoutes
{
    /// <summary>Maps everything; both groups carry the mount's prefix and are protected by the caller.</summary>
    /// <param name="people">Group for people: the API, and 404 for every path that nobody else has.</param>
    /// <param name="machines">Group for machines: <c>/metrics</c>.</param>
    /// <param name="dangerous">Group within people's for what changes something.</param>
    public static void Map(RouteGroupBuilder people, RouteGroupBuilder machines, RouteGroupBuilder dangerous)
    {
        var guard = ((IEndpointRouteBuilder)people).ServiceProvider.GetRequiredService<ApiGuard>();
        var forPeople = new ApiMapper(people, dangerous, guard);
        foreach (var route in (ApiRoute[])[.. Readings, .. Histories, .. Tracing, .. Resources])
            forPeople.Map(route with { Pattern = "/api/v1/" + route.Pattern });

        forPeople.MapUnknown();
        new ApiMapper(machines, dangerous, guard).Map(Scrape);
    }

    private static ApiRoute[] Readings =>
    [
        ApiRoute.Get(
            "metrics",
            "Everything of the latest tick.",
            By<MetricsEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(MetricsResponse)),
        ApiRoute.Get(
            "service-info",
            "What this process is, and how its store is doing.",
            By<ServiceInfoEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(ServiceInfoResponse)),
        ApiRoute.Get(
            "go-routines-stats",
            "The work in hand.",
            By<GoroutinesEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(GoroutinesResponse)),
        ApiRoute.Get(
            "function",
            "Every traced function since the start, by name.",
            By<FunctionEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(IReadOnlyDictionary<string, FunctionResponse>)),
        ApiRoute.Get(
            "function-details",
            "The profiles of the traced function 'name' as text; 'reportType' is text, traces or tree.",
            By<FunctionDetailsEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(FunctionDetailsResponse)),
    ];

    private static ApiRoute[] Histories =>
    [
        ApiRoute.Post(
            "service-metrics",
            "The history of any of MoniGo's fields.",
            By<ServiceMetricsEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(SeriesRequest),
            typeof(IReadOnlyList<FieldRowResponse>)),
        ApiRoute.Post(
            "reports",
            "The history of the fields of one topic.",
            By<ReportsEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(ReportRequest),
            typeof(IReadOnlyList<FieldRowResponse>)),
    ];

    private static ApiRoute[] Tracing =>
    [
        ApiRoute.Get(
            "functions",
            "A page of the functions called in a range: search, sort, ascending, page, size.",
            By<FunctionsEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(FunctionsResponse)),
        ApiRoute.Get(
            "functions/history",
            "The function 'name' over a range: calls, errors and percentiles by step.",
            By<FunctionHistoryEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(FunctionHistoryResponse)),
        Sampling,
        ApiRoute.Get(
            "active-calls",
            "The calls that are running, oldest first.",
            By<ActiveCallsEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(ActiveCallsResponse)),
        ApiRoute.Get(
            "traces",
            "The kept traces of a range, newest first: name, errors, min_seconds, limit.",
            By<TracesEndpoint>(static (endpoint, context) => endpoint.ListAsync(context)),
            typeof(TracesResponse)),
        ApiRoute.Get(
            "traces/{id}",
            "The kept spans of one trace with their log lines.",
            By<TracesEndpoint>(static (endpoint, context) => endpoint.FindAsync(context)),
            typeof(TraceResponse)),
        ApiRoute.Get(
            "exceptions",
            "The groups of exceptions seen in a range, latest first.",
            By<ExceptionsEndpoint>(static (endpoint, context) => endpoint.ListAsync(context)),
            typeof(ExceptionsResponse)),
        ApiRoute.Get(
            "exceptions/{id}",
            "One group of exceptions with its stack and an example.",
            By<ExceptionsEndpoint>(static (endpoint, context) => endpoint.FindAsync(context)),
            typeof(ExceptionGroupResponse)),
    ];

    private static ApiRoute Sampling => new(
        "functions/sampling",
        [
            new(
                HttpMethods.Post,
                "Sets how often calls of a function, or of all, are looked at closely.",
                By<SamplingEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
                typeof(SamplingRequest))
            {
                Request = typeof(SamplingRequest),
                ChangesState = true,
            },
        ]);

    private static ApiRoute[] Resources =>
    [
        ApiRoute.Get(
            "exporters",
            "How each exporter is doing.",
            By<ExportersEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(ExportersResponse)),
        ApiRoute.Get(
            "background-services",
            "The hosted services and how they are doing.",
            By<BackgroundServicesEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(BackgroundServicesResponse)),
        ApiRoute.Get(
            "operations",
            "The long captures, newest first.",
            By<OperationsEndpoint>(static (endpoint, context) => endpoint.ListAsync(context)),
            typeof(OperationsResponse)),
        Operation,
        new("operations/{id}/cancel", [Cancel(HttpMethods.Post)]),
        ApiRoute.Get(
            "events",
            "Who did what, newest first.",
            By<EventsEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
            typeof(EventsResponse)),
    ];

    private static ApiRoute Operation
    {
        get
        {
            var find = ApiRoute.Get(
                "operations/{id}",
                "One long capture.",
                By<OperationsEndpoint>(static (endpoint, context) => endpoint.FindAsync(context)),
                typeof(OperationResponse));
            return find with { Answers = [.. find.Answers, Cancel(HttpMethods.Delete)] };
        }
    }

    private static ApiRoute Scrape => new(
        "/metrics",
        [
            new(
                HttpMethods.Get,
                "The latest tick as Prometheus text or OpenMetrics.",
                By<PrometheusEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
                typeof(string))
            {
                ContentType = "text/plain",
            },
        ]);

    private static ApiRoute.Answer Cancel(string method) => new(
        method,
        "Asks a running capture to stop.",
        By<CancelOperationEndpoint>(static (endpoint, context) => endpoint.HandleAsync(context)),
        typeof(OperationResponse))
    {
        Status = StatusCodes.Status202Accepted,
        ChangesState = true,
    };

    // Endpoints are made at their first request: mapping must not cost the host's start what nobody may ever ask for.
    private static Func<HttpContext, Task<Reply>> By<T>(Func<T, HttpContext, Task<Reply>> answer)
        where T : notnull => context => answer(context.RequestServices.GetRequiredService<T>(), context);
}
