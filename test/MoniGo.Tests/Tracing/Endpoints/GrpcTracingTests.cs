using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MoniGo.Tests;

/// <summary>By endpoints as grpc-dotnet makes them, whose packages are not at hand.</summary>
public sealed class GrpcTracingTests
{
    private const string Method = "shop.Orders/Place";

    [Fact]
    public async Task A_grpc_method_is_named_after_service_and_method()
    {
        await using var host = await StartAsync(context => context.Response.WriteAsync("message"));

        Assert.Equal(200, await host.StatusAsync("/" + Method, HttpMethod.Post));

        Assert.Equal([Method + " x 1"], host.Counted());
        Assert.Null(ErrorsOf(host, "OK"));
    }

    [Theory]
    [InlineData("14", "UNAVAILABLE")]
    [InlineData("16", "UNAUTHENTICATED")]
    [InlineData("77", "UNKNOWN")]
    public async Task A_status_in_the_trailers_is_an_error_under_its_name(string status, string name)
    {
        await using var host = await StartAsync(async context =>
        {
            await context.Response.WriteAsync("message");
            context.Response.AppendTrailer("grpc-status", status);
        });

        Assert.Equal(200, await host.StatusAsync("/" + Method, HttpMethod.Post));

        Assert.Equal([Method + " x 1"], host.Counted());
        Assert.Equal(1, ErrorsOf(host, name));
    }

    [Fact]
    public async Task An_answer_of_trailers_only_carries_its_status_in_the_headers()
    {
        await using var host = await StartAsync(context =>
        {
            context.Response.Headers["grpc-status"] = "5";
            return Task.CompletedTask;
        });

        await host.StatusAsync("/" + Method, HttpMethod.Post);

        Assert.Equal(1, ErrorsOf(host, "NOT_FOUND"));
    }

    [Fact]
    public async Task A_status_of_zero_is_none()
    {
        await using var host = await StartAsync(context =>
        {
            context.Response.Headers["grpc-status"] = "0";
            return Task.CompletedTask;
        });

        await host.StatusAsync("/" + Method, HttpMethod.Post);

        Assert.Null(ErrorsOf(host, "OK"));
    }

    private static double? ErrorsOf(TracedHost host, string name) => TracerReading.Of(host.Tracer).Errors(Method, name);

    private static Task<TracedHost> StartAsync(RequestDelegate run) => TracedHost.StartAsync(
        app => app.MapPost("/" + Method, run).WithMetadata(new MoniGoTraceAttribute(), new GrpcMethodMetadata()));
}
