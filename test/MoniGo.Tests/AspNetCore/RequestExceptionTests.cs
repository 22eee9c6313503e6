using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MoniGo.Signals;
using MoniGo.TestHosts;

namespace MoniGo.Tests;

/// <summary>The exceptions of requests, traced or not.</summary>
public sealed class RequestExceptionTests
{
    [Fact]
    public async Task An_exception_that_no_traced_call_saw_is_grouped_by_what_the_framework_logs_of_it()
    {
        var builder = TestHost.CreateBuilder();
        builder.Logging.AddProvider(new ListLoggerProvider()); // a request has a trace where somebody logs
        await using var app = builder.Build(HostKind.MinimalApi);
        app.UseExceptionHandler(handler => handler.Run(_ => Task.CompletedTask));
        app.MapGet("/void/{order:int}", (int order) => Void(order));
        await app.StartAsync();

        for (var order = 1; order <= 3; order++)
            await app.GetTestClient().GetAsync(new Uri($"/void/{order}", UriKind.Relative));

        var group = Assert.Single(app.Services.GetRequiredService<IExceptionGroups>().List());
        Assert.Equal(("Order {number} is void", 3), (group.Shape, group.Count));
        Assert.Equal($"{typeof(RequestExceptionTests).FullName}.{nameof(Void)}", group.Stack);
        Assert.NotNull(group.Example.TraceId);
    }

    [Fact]
    public async Task One_that_a_traced_call_saw_counts_once_though_the_framework_logs_it_too()
    {
        await using var app = TestHost.CreateBuilder().Build(HostKind.MinimalApi);
        app.UseExceptionHandler(handler => handler.Run(_ => Task.CompletedTask));
        app.MapGet("/void/{order:int}", (int order, IMoniGoTracer tracer) => tracer.Trace("Place", () => tracer.Trace("Check", () => Void(order))));
        await app.StartAsync();

        await app.GetTestClient().GetAsync(new Uri("/void/7", UriKind.Relative));

        var group = Assert.Single(app.Services.GetRequiredService<IExceptionGroups>().List());
        Assert.Equal((1, "Check"), (group.Count, group.Example.Where));
    }

    private static string Void(int order) => throw new InvalidOperationException($"Order {order} is void");
}
