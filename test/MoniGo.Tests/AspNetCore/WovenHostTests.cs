using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MoniGo.TestHosts;
using MoniGo.Tracing;
using MoniGo.Weaving;

namespace MoniGo.Tests;

/// <summary>Woven calls find the tracer of the host they run in, with several hosts in one process.</summary>
public sealed class WovenHostTests
{
    // As the generator would have written it.
    private static readonly WovenFunction Price = new("Price()");

    [Fact]
    public async Task A_woven_call_of_a_request_counts_in_the_host_that_serves_it()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();

        foreach (var host in (WebApplication[])[one, two, two])
            await host.GetTestClient().GetStringAsync("/price");

        Assert.Equal(1, Calls(one));
        Assert.Equal(2, Calls(two));
    }

    [Fact]
    public async Task A_woven_call_of_a_hosted_service_counts_in_the_host_that_runs_it_whichever_came_first()
    {
        await using var one = await StartAsync(builder => builder.Services.AddHostedService<Clerk>());
        await using var two = await StartAsync(builder => builder.Services.AddHostedService<Clerk>());

        await ClerkOf(two).WorkAsync();
        await ClerkOf(two).WorkAsync();
        await ClerkOf(one).WorkAsync();

        Assert.Equal(1, Calls(one));
        Assert.Equal(2, Calls(two));
    }

    [Fact]
    public async Task A_woven_call_outside_of_any_host_disturbs_nobody()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();

        var call = Price.Begin();
        call.End();

        Assert.Equal(0, Calls(one) + Calls(two));
    }

    private static long Calls(WebApplication host) =>
        TracerReading.Of(host.Services.GetRequiredService<FunctionTracer>()).Calls("Price()");

    private static Clerk ClerkOf(WebApplication host) => host.Services.GetServices<IHostedService>().OfType<Clerk>().Single();

    private static async Task<WebApplication> StartAsync(Action<WebApplicationBuilder>? with = null)
    {
        var builder = TestHost.CreateBuilder(configure: options => options.Storage.Type = StorageType.Memory);
        with?.Invoke(builder);
        var app = builder.Build();
        app.MapGet("/price", async () =>
        {
            await Task.Yield();
            var call = Price.Begin();
            call.End();
            return "ok";
        });
        await app.StartAsync();
        return app;
    }

    // Works when it is told to, in its own flow.
    private sealed class Clerk : BackgroundService
    {
        private readonly SemaphoreSlim _asked = new(0);
        private readonly SemaphoreSlim _done = new(0);

        public Task WorkAsync()
        {
            _asked.Release();
            return _done.WaitAsync();
        }

        public override void Dispose()
        {
            _asked.Dispose();
            _done.Dispose();
            base.Dispose();
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (true)
            {
                await _asked.WaitAsync(stoppingToken);
                var call = Price.Begin();
                call.End();
                _done.Release();
            }
        }
    }
}
