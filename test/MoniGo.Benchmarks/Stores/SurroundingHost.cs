using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace MoniGo.Benchmarks;

/// <summary>A plain web host that has answered requests: the process that a store lives in.</summary>
/// <remarks>Without it the store would be charged for what every host has loaded anyhow: thread pool, files, LINQ, cryptography.</remarks>
internal static class SurroundingHost
{
    private const int Requests = 50;

    public static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/hello/{id}", (string id) => id);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        for (var i = 0; i < Requests; i++)
            await client.GetStringAsync($"/hello/{i}");

        return app;
    }
}
