using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MoniGo.Tests;

public sealed class ControllerTracingTests
{
    [Fact]
    public async Task An_attribute_routed_action_is_named_after_controller_and_types()
    {
        await using var host = await StartAsync();

        Assert.Equal("6", await host.GetAsync("/orders/tea/2"));
        Assert.Equal("untraced", await host.GetAsync("/orders/plain"));

        Assert.Equal(["ControllerTracingTests.OrdersController.Price(string,int)->Task<decimal> x 1"], host.Counted());
    }

    [Fact]
    public async Task A_conventionally_routed_action_is_counted_once()
    {
        await using var host = await StartAsync();

        Assert.Equal("home", await host.GetAsync("/Home/Index"));
        Assert.Equal("home", await host.GetAsync("/"));

        Assert.Equal(["home x 2"], host.Counted());
    }

    [Fact]
    public async Task The_attribute_on_a_controller_covers_its_actions_and_the_nearer_one_wins()
    {
        await using var host = await StartAsync();

        await host.GetAsync("/stock/count");
        await host.GetAsync("/stock/own");
        await host.GetAsync("/shelf/count");

        Assert.Equal(
            [
                "ControllerTracingTests.ShelfController.Count()->int x 1",
                "ControllerTracingTests.StockController.Count()->int x 1",
                "own name x 1",
            ],
            host.Counted());
    }

    [Fact]
    public async Task An_action_that_throws_after_an_await_is_counted_by_type()
    {
        await using var host = await StartAsync();

        await Assert.ThrowsAsync<FormatException>(() => host.StatusAsync("/orders/sour"));

        Assert.Equal(1, TracerReading.Of(host.Tracer).Errors<FormatException>("sour"));
        Assert.Equal(["sour x 1"], host.Counted());
    }

    [Fact]
    public async Task An_action_that_a_transformer_picks_at_the_request_is_counted_once()
    {
        await using var host = await TracedHost.StartAsync(
            app => app.MapDynamicControllerRoute<ToHome>("anything/{word}"),
            services =>
            {
                services.AddSingleton<ToHome>();
                AddControllers(services);
            });

        Assert.Equal("home", await host.GetAsync("/anything/goes"));

        Assert.Equal(["home x 1"], host.Counted());
    }

    private static Task<TracedHost> StartAsync() => TracedHost.StartAsync(
        app => app.MapControllerRoute("default", "{controller=Home}/{action=Index}"), AddControllers);

    private static void AddControllers(IServiceCollection services) => NestedControllers.Add(services, typeof(ControllerTracingTests));

    private sealed class ToHome : DynamicRouteValueTransformer
    {
        public override ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values) =>
            new(new RouteValueDictionary { ["controller"] = "Home", ["action"] = "Index" });
    }

    [Route("orders")]
    public sealed class OrdersController : ControllerBase
    {
        [MoniGoTrace]
        [HttpGet("{item}/{count:int}")]
        public async Task<decimal> Price(string item, int count)
        {
            await Task.Yield();
            return item.Length * count;
        }

        [HttpGet("plain")]
        public string Plain() => "untraced";

        [MoniGoTrace(Name = "sour")]
        [HttpGet("sour")]
        public async Task Sour()
        {
            await Task.Yield();
            throw new FormatException();
        }
    }

    public sealed class HomeController : ControllerBase
    {
        [MoniGoTrace(Name = "home")]
        public string Index() => "home";
    }

    [MoniGoTrace]
    public abstract class StockBase : ControllerBase
    {
        [HttpGet("count")]
        public int Count() => 3;
    }

    [Route("stock")]
    public sealed class StockController : StockBase
    {
        [MoniGoTrace(Name = "own name")]
        [HttpGet("own")]
        public string Own() => "own";
    }

    [Route("shelf")]
    public sealed class ShelfController : StockBase;
}
