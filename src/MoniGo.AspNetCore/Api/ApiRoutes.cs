using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MoniGo.Exporters;
using MoniGo.Query;
using MoniGo.Signals;

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
        var services = ((IEndpointRouteBuilder)people).ServiceProvider;
        var guard = new ApiGuard(services.GetRequiredService<ILogger<ApiGuard>>());
        var forPeople = new ApiMapper(people, dangerous, guard);
        foreach (var route in ForPeople(services))
            forPeople.Map(route with { Pattern = "/api/v1/" + route.Pattern });

        forPeople.MapUnknown();
        new ApiMapper(machines, dangerous, guard).Map(Scrape(services.GetRequiredService<PrometheusScrape>()));
    }

    private static ApiRoute[] ForPeople(IServiceProvider services)
    {
        var feed = services.GetRequiredService<ISnapshotFeed>();
        return
        [
            .. Readings(services, feed),
            .. Histories(services, feed),
            .. Resources(services),
        ];
    }

    private static ApiRoute[] Readings(IServiceProvider services, ISnapshotFeed feed) =>
    [
        ApiRoute.Get(
            "metrics",
            "Everything of the latest tick.",
            new MetricsEndpoint(feed, Fields(services), Thresholds(services)).HandleAsync,
            typeof(MetricsResponse)),
        ApiRoute.Get(
            "service-info",
            "What this process is, and how its store is doing.",
            new ServiceInfoEndpoint(services.GetRequiredService<Resource>(), feed, services.GetRequiredService<ISampleReader>()).HandleAsync,
            typeof(ServiceInfoResponse)),
        ApiRoute.Get("go-routines-stats", "The work in hand.", new GoroutinesEndpoint(feed).HandleAsync, typeof(GoroutinesResponse)),
        ApiRoute.Get(
            "function",
            "Every traced function since the start, by name.",
            new FunctionsEndpoint(feed).HandleAsync,
            typeof(IReadOnlyDictionary<string, FunctionResponse>)),
        ApiRoute.Get(
            "function-details",
            "The profiles of the traced function 'name' as text; 'reportType' is text, traces or tree.",
            new FunctionDetailsEndpoint(feed).HandleAsync,
            typeof(FunctionDetailsResponse)),
    ];

    private static ApiRoute[] Histories(IServiceProvider services, ISnapshotFeed feed)
    {
        var (fields, history) = (Fields(services), History(services, feed));
        return
        [
            ApiRoute.Post(
                "service-metrics",
                "The history of any of MoniGo's fields.",
                new ServiceMetricsEndpoint(fields, history).HandleAsync,
                typeof(SeriesRequest),
                typeof(IReadOnlyList<FieldRowResponse>)),
            ApiRoute.Post(
                "reports",
                "The history of the fields of one topic.",
                new ReportsEndpoint(fields, history).HandleAsync,
                typeof(ReportRequest),
                typeof(IReadOnlyList<FieldRowResponse>)),
        ];
    }

    private static ApiRoute[] Resources(IServiceProvider services)
    {
        var work = services.GetRequiredService<IOperations>();
        var operations = new OperationsEndpoint(work);
        var events = new EventsEndpoint(
            services.GetRequiredService<IEventLog>(), services.GetService<TimeProvider>() ?? TimeProvider.System);
        return
        [
            ApiRoute.Get(
                "exporters",
                "How each exporter is doing.",
                new ExportersEndpoint(services.GetServices<IExporterStatusSource>()).HandleAsync,
                typeof(ExportersResponse)),
            ApiRoute.Get("operations", "The long captures, newest first.", operations.ListAsync, typeof(OperationsResponse)),
            Operation(operations, Cancel(work, HttpMethods.Delete)),
            new("operations/{id}/cancel", [Cancel(work, HttpMethods.Post)]),
            ApiRoute.Get("events", "Who did what, newest first.", events.HandleAsync, typeof(EventsResponse)),
        ];
    }

    private static ApiRoute Operation(OperationsEndpoint operations, ApiRoute.Answer cancel)
    {
        var find = ApiRoute.Get("operations/{id}", "One long capture.", operations.FindAsync, typeof(OperationResponse));
        return find with { Answers = [.. find.Answers, cancel] };
    }

    private static ApiRoute.Answer Cancel(IOperations operations, string method) =>
        new(method, "Asks a running capture to stop.", new CancelOperationEndpoint(operations).HandleAsync, typeof(OperationResponse))
        {
            Status = StatusCodes.Status202Accepted,
            ChangesState = true,
        };

    private static ApiRoute Scrape(PrometheusScrape scrape) => new(
        "/metrics",
        [
            new(HttpMethods.Get, "The latest tick as Prometheus text or OpenMetrics.", new PrometheusEndpoint(scrape).HandleAsync, typeof(string))
            {
                ContentType = "text/plain",
            },
        ]);

    private static HealthThresholds Thresholds(IServiceProvider services) => services.GetService<HealthThresholds>() ?? new();

    private static MoniGoFields Fields(IServiceProvider services) =>
        services.GetService<MoniGoFields>() ?? new(Thresholds(services));

    private static FieldHistory History(IServiceProvider services, ISnapshotFeed feed) =>
        services.GetService<FieldHistory>()
        ?? new(services.GetService<SeriesEngine>() ?? new(services.GetRequiredService<ISampleReader>()), feed.Interval);
}
