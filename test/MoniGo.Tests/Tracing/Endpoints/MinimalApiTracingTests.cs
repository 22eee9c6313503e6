using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MoniGo.Tests;

public sealed class MinimalApiTracingTests
{
    [Fact]
    public async Task A_lambda_with_the_attribute_is_counted_once_under_its_route()
    {
        await using var host = await TracedHost.StartAsync(app => app.MapGet("/lambda/{id}", [MoniGoTrace] (int id) => $"got {id}"));

        Assert.Equal("got 7", await host.GetAsync("/lambda/7"));
        Assert.Equal(["GET /lambda/{id} x 1"], host.Counted());
    }

    [Fact]
    public async Task A_method_group_is_named_with_its_types()
    {
        await using var host = await TracedHost.StartAsync(app => app.MapGet("/price", PriceAsync));

        Assert.Equal("4.5", await host.GetAsync("/price?item=tea&count=3"));
        Assert.Equal(["MinimalApiTracingTests.PriceAsync(string,int)->Task<decimal> x 1"], host.Counted());
    }

    [Fact]
    public async Task A_name_on_the_attribute_wins()
    {
        await using var host = await TracedHost.StartAsync(app => app.MapGet("/named", [MoniGoTrace(Name = "my name")] () => "ok"));

        await host.GetAsync("/named");
        await host.GetAsync("/named");

        Assert.Equal(["my name x 2"], host.Counted());
    }

    [Fact]
    public async Task The_attribute_may_be_given_as_metadata_of_an_endpoint_or_a_group()
    {
        await using var host = await TracedHost.StartAsync(app =>
        {
            app.MapGet("/alone", () => "ok").WithMetadata(new MoniGoTraceAttribute());
            app.MapGroup("/group").WithMetadata(new MoniGoTraceAttribute()).MapPost("/in", () => "ok");
        });

        await host.GetAsync("/alone");
        Assert.Equal(405, await host.StatusAsync("/group/in"));

        Assert.Equal(["GET /alone x 1"], host.Counted());
    }

    [Fact]
    public async Task WithMoniGoTrace_makes_each_endpoint_of_a_group_a_function_and_the_nearer_name_wins()
    {
        await using var host = await TracedHost.StartAsync(app =>
        {
            var group = app.MapGroup("/group").WithMoniGoTrace();
            group.MapGet("/one", () => "ok");
            group.MapGet("/two", () => "ok").WithMoniGoTrace("two");
            group.MapGet("/three", [MoniGoTrace(Name = "three")] () => "ok");
            app.MapGroup("/whole").WithMoniGoTrace("whole").MapGet("/part", () => "ok");
        });

        foreach (var path in (string[])["/group/one", "/group/two", "/group/three", "/whole/part"])
            await host.GetAsync(path);

        Assert.Equal(["GET /group/one x 1", "three x 1", "two x 1", "whole x 1"], host.Counted());
    }

    [Fact]
    public async Task The_attribute_on_the_class_of_a_method_group_counts()
    {
        await using var host = await TracedHost.StartAsync(app => app.MapGet("/class", Handlers.Hello));

        await host.GetAsync("/class");

        Assert.Equal(["MinimalApiTracingTests.Handlers.Hello()->string x 1"], host.Counted());
    }

    [Fact]
    public async Task A_request_delegate_with_metadata_is_counted()
    {
        await using var host = await TracedHost.StartAsync(app => app
            .MapGet("/raw", (HttpContext context) => context.Response.WriteAsync("raw"))
            .WithMetadata(new MoniGoTraceAttribute { Name = "raw" }));

        Assert.Equal("raw", await host.GetAsync("/raw"));
        Assert.Equal(["raw x 1"], host.Counted());
    }

    [Fact]
    public async Task A_handler_that_throws_is_counted_by_type_and_the_host_handles_it_as_ever()
    {
        await using var host = await TracedHost.StartAsync(app =>
        {
            app.UseExceptionHandler(handler => handler.Run(context =>
            {
                context.Response.StatusCode = 418;
                return Task.CompletedTask;
            }));
            app.MapGet("/now", [MoniGoTrace(Name = "now")] string () => throw new FormatException());
            app.MapGet("/later", [MoniGoTrace(Name = "later")] async Task<string> () =>
            {
                await Task.Yield();
                throw new FormatException();
            });
        });

        Assert.Equal(418, await host.StatusAsync("/now"));
        Assert.Equal(418, await host.StatusAsync("/later"));

        var reading = TracerReading.Of(host.Tracer);
        Assert.Equal(1, reading.Errors<FormatException>("now"));
        Assert.Equal(1, reading.Errors<FormatException>("later"));
        Assert.Equal(["later x 1", "now x 1"], host.Counted());
    }

    [Fact]
    public async Task A_server_error_without_an_exception_is_no_error_of_the_function()
    {
        await using var host = await TracedHost.StartAsync(app =>
            app.MapGet("/busy", [MoniGoTrace(Name = "busy")] () => Results.StatusCode(503)));

        Assert.Equal(503, await host.StatusAsync("/busy"));

        Assert.Equal(1, TracerReading.Of(host.Tracer).Calls("busy"));
        Assert.Null(TracerReading.Of(host.Tracer).Errors<Exception>("busy"));
    }

    [Fact]
    public async Task Two_hosts_in_one_process_do_not_see_each_other()
    {
        static void Map(WebApplication app) => app.MapGet("/both", [MoniGoTrace(Name = "both")] () => "ok");
        await using var one = await TracedHost.StartAsync(Map);
        await using var two = await TracedHost.StartAsync(Map);

        await one.GetAsync("/both");
        await two.GetAsync("/both");
        await two.GetAsync("/both");

        Assert.Equal(["both x 1"], one.Counted());
        Assert.Equal(["both x 2"], two.Counted());
    }

    [Fact]
    public async Task A_tracer_that_is_switched_off_serves_the_request_and_counts_nothing()
    {
        await using var host = await TracedHost.StartAsync(app => app.MapGet("/off", [MoniGoTrace] () => "ok"));
        host.Tracer.IsEnabled = false;

        Assert.Equal("ok", await host.GetAsync("/off"));
        Assert.Empty(host.Counted());
    }

    [MoniGoTrace]
    private static async Task<decimal> PriceAsync(string item, int count)
    {
        await Task.Yield();
        return count * item.Length * 0.5m;
    }

    [MoniGoTrace]
    private static class Handlers
    {
        public static string Hello() => "hello";
    }
}
