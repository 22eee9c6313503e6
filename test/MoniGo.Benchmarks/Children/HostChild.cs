using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MoniGo.Benchmarks;

/// <summary>A real host on Kestrel, with or without MoniGo; says its address, or how long it took to start.</summary>
internal static class HostChild
{
    public const string Name = "host";

    public const string Plain = "plain";

    /// <summary>Collects, and mounts nothing.</summary>
    public const string Headless = "headless";

    public const string MoniGo = "monigo";

    /// <summary>Starts, says "address milliseconds-since-process-start", then answers "gc" with its managed bytes.</summary>
    public static async Task RunAsync(string side)
    {
        var history = Directory.CreateTempSubdirectory("monigo-figures-");
        try
        {
            await RunAsync(side, history.FullName);
        }
        finally
        {
            history.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string side, string history)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (side != Plain)
            builder.Services.AddMoniGo(options => options.Storage.Directory = history); // on disk, as by default, but not here

        await using var app = builder.Build();
        app.MapGet("/hello/{id}", (string id) => id);
        if (side == MoniGo)
            app.MapMoniGo();

        await app.StartAsync();
        using var self = Process.GetCurrentProcess();
        var started = DateTime.Now - self.StartTime;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{app.Urls.First()} {started.TotalMilliseconds:F1}"));
        while (Console.ReadLine() is { Length: > 0 })
            Console.WriteLine(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));

        await app.StopAsync();
    }
}
