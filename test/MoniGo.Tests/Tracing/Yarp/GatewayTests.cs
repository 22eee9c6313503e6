using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace MoniGo.Tests;

public sealed class GatewayTests
{
    private const string Duration = "monigo.proxy.request.duration";
    private const string FirstByte = "monigo.proxy.time_to_first_byte";

    // Nothing listens on a port below 1024 that belongs to nobody here; connecting fails at once.
    private const string Nobody = "http://127.0.0.1:1/";

    [Fact]
    public async Task A_forwarded_request_is_known_by_route_cluster_destination_and_status()
    {
        await using var gateway = await Gateway.StartAsync();

        Assert.Equal((200, "order 7"), await gateway.GetAsync("/orders/7"));
        Assert.Equal(404, (await gateway.GetAsync("/missing")).Status);

        Assert.Equal(
            [
                "cluster=shop destination=first http.response.status_code=200 route=orders x 1",
                "cluster=shop destination=first http.response.status_code=404 route=orders x 1",
            ],
            gateway.Tick(Duration));
        Assert.Equal(["cluster=shop destination=first route=orders x 2"], gateway.Tick(FirstByte));
    }

    [Fact]
    public async Task A_web_socket_passes_as_ever()
    {
        await using var gateway = await Gateway.StartAsync();

        Assert.Equal("hello", await gateway.EchoAsync("hello"));
    }

    [Fact]
    public async Task The_first_byte_comes_before_the_last()
    {
        await using var gateway = await Gateway.StartAsync();

        await gateway.GetAsync("/orders/7");

        Assert.InRange(gateway.Distribution(FirstByte).Max, 1e-6, gateway.Distribution(Duration).Max);
    }

    [Fact]
    public async Task A_destination_that_nobody_answers_at_is_a_failure_of_its_kind()
    {
        await using var gateway = await Gateway.StartAsync(destinations: _ => new() { ["dead"] = new() { Address = Nobody } });

        Assert.Equal(502, (await gateway.GetAsync("/orders/7")).Status);

        Assert.Equal(["cluster=shop destination=dead error.type=Request route=orders x 1"], gateway.Tick(Duration));
        Assert.Empty(gateway.Tick(FirstByte));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_failure_of_its_kind()
    {
        await using var gateway = await Gateway.StartAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(gateway.GetCutAsync);

        Assert.Equal(["cluster=shop destination=first error.type=ResponseBodyDestination route=orders x 1"], gateway.Tick(Duration));
    }

    [Fact]
    public async Task A_request_that_found_no_destination_is_counted_as_refused()
    {
        await using var gateway = await Gateway.StartAsync(destinations: _ => []);

        Assert.Equal(503, (await gateway.GetAsync("/orders/7")).Status);

        Assert.Equal(["cluster=shop error.type=NoAvailableDestinations route=orders x 1"], gateway.Tick("monigo.proxy.refused"));
        Assert.Empty(gateway.Tick(Duration));
    }

    [Fact]
    public async Task A_second_attempt_is_a_retry_and_each_attempt_is_measured()
    {
        await using var gateway = await Gateway.StartAsync(
            map: app => app.MapReverseProxy(proxy => proxy.Use(SendOverToTheNextAsync)),
            destinations: address => new() { ["a-dead"] = new() { Address = Nobody }, ["b-alive"] = new() { Address = address } });

        Assert.Equal((200, "order 7"), await gateway.GetAsync("/orders/7"));

        Assert.Equal(
            [
                "cluster=shop destination=a-dead error.type=Request route=orders x 1",
                "cluster=shop destination=b-alive http.response.status_code=200 route=orders x 1",
            ],
            gateway.Tick(Duration));
        Assert.Equal(["cluster=shop destination=b-alive route=orders x 1"], gateway.Tick("monigo.proxy.retries"));
    }

    [Fact]
    public async Task Direct_forwarding_is_known_by_the_route_template_and_the_address()
    {
        await using var gateway = await Gateway.StartAsync(map: app =>
            app.Map("/orders/{id}", context =>
                ForwardAsync(context, context.RequestServices.GetRequiredService<Target>().Address)),
            add: services => services.AddSingleton<Target>());
        gateway.Services.GetRequiredService<Target>().Address = gateway.AddressBehind;

        Assert.Equal((200, "order 7"), await gateway.GetAsync("/orders/7"));

        Assert.Equal(
            [$"cluster=(direct) destination={gateway.AddressBehind} http.response.status_code=200 route=/orders/{{id}} x 1"],
            gateway.Tick(Duration));
    }

    [Fact]
    public async Task The_transforms_of_a_route_still_run()
    {
        await using var gateway = await Gateway.StartAsync(proxy: proxy => proxy.AddTransforms(route =>
        {
            route.AddPathPrefix("/orders");
            route.AddResponseTransform(async transform =>
            {
                transform.SuppressResponseBody = true;
                await transform.HttpContext.Response.WriteAsync("in place of " + await transform.ProxyResponse!.Content.ReadAsStringAsync());
            });
        }));

        Assert.Equal((200, "in place of order 9"), await gateway.GetAsync("/9"));
    }

    [Fact]
    public async Task The_span_of_the_request_says_which_way_it_went()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        Activity? span = null;
        await using var gateway = await Gateway.StartAsync(map: app =>
        {
            app.Use((context, next) =>
            {
                span = context.Features.Get<IHttpActivityFeature>()?.Activity;
                return next();
            });
            app.MapReverseProxy();
        });

        await gateway.GetAsync("/orders/7");

        Assert.Equal(("orders", "shop", "first"), (span?.GetTagItem("proxy.route_id"), span?.GetTagItem("proxy.cluster_id"), span?.GetTagItem("proxy.destination_id")));
    }

    [Fact]
    public async Task A_destination_that_turns_unhealthy_is_seen_and_noted_once()
    {
        var passive = new HealthCheckConfig
        {
            Passive = new() { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromHours(1) },
        };
        await using var gateway = await Gateway.StartAsync(
            destinations: _ => new() { ["dead"] = new() { Address = Nobody } }, health: passive);
        Assert.Equal(["cluster=shop destination=dead x 1"], gateway.Tick("monigo.proxy.destination.healthy"));

        for (var i = 0; i < 12; i++) // the policy wants ten requests before it judges
            await gateway.GetAsync("/orders/7");

        Assert.Equal(["cluster=shop destination=dead x 0"], gateway.Tick("monigo.proxy.destination.healthy"));
        Assert.Equal(["cluster=shop destination=dead x 0"], gateway.Tick("monigo.proxy.destination.healthy"));
        var entry = Assert.Single(await NotedAsync(gateway));
        Assert.Equal(("destination.unhealthy", "shop/dead"), (entry.Action, entry.Subject));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_forwarder_of_the_host_is_measured_too_and_adding_twice_measures_once(bool isInstance)
    {
        var own = new TeapotForwarder();
        await using var gateway = await Gateway.StartAsync(
            map: app => app.Map("/tea", context => ForwardAsync(context, Nobody)),
            add: services =>
            {
                services.Remove(services.Single(service => service.ServiceType.Name == "ProxyMeter"));
                if (isInstance)
                    services.AddSingleton<IHttpForwarder>(own);
                else
                    services.AddSingleton<IHttpForwarder>(_ => own);

                services.AddKeyedSingleton<IHttpForwarder>("other", own); // somebody else's business
                services.AddMoniGoYarp();
                services.AddMoniGoYarp();
            });

        Assert.Equal(418, (await gateway.GetAsync("/tea")).Status);

        Assert.Equal([$"cluster=(direct) destination={Nobody} http.response.status_code=418 route=/tea x 1"], gateway.Tick(Duration));
    }

    private static readonly HttpMessageInvoker Invoker = new(new SocketsHttpHandler { UseProxy = false });

    private static async Task ForwardAsync(HttpContext context, string address) =>
        await context.RequestServices.GetRequiredService<IHttpForwarder>().SendAsync(context, address, Invoker);

    private static async Task SendOverToTheNextAsync(HttpContext context, Func<Task> next)
    {
        var destinations = context.GetReverseProxyFeature().AvailableDestinations;
        foreach (var destination in destinations)
        {
            context.GetReverseProxyFeature().AvailableDestinations = destination;
            await next();
            if (context.GetForwarderErrorFeature() is null)
                return;

            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.StatusCode = 200;
        }
    }

    // The note is written beside the tick.
    private static async Task<IReadOnlyList<EventEntry>> NotedAsync(Gateway gateway)
    {
        var events = gateway.Services.GetRequiredService<IEventLog>();
        for (; ; await Task.Yield())
        {
            var noted = await events.ReadAsync(new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), EventKind.Health, 10, TestContext.Current.CancellationToken);
            if (noted.Count > 0)
                return noted;
        }
    }

    private sealed class Target
    {
        public string Address { get; set; } = "";
    }

    private sealed class TeapotForwarder : IHttpForwarder
    {
        public ValueTask<ForwarderError> SendAsync(
            HttpContext context, string destinationPrefix, HttpMessageInvoker httpClient, ForwarderRequestConfig requestConfig, HttpTransformer transformer)
        {
            context.Response.StatusCode = 418;
            return new(ForwarderError.None);
        }
    }
}
