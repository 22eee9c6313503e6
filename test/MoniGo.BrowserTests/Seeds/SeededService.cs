using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MoniGo.Signals;
using MoniGo.Tests;

namespace MoniGo.BrowserTests;

/// <summary>An app whose functions, traces and services are made up, with a quarter of an hour of history; everything else is real.</summary>
internal sealed class SeededService : IAsyncDisposable
{
    private static readonly TimeSpan History = TimeSpan.FromMinutes(16);
    private static readonly TimeSpan ShortHistory = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;

    private SeededService(WebApplication app) => (_app, Dashboard) = (app, new Uri(app.Urls.First() + "/monigo"));

    /// <summary>Gets the dashboard's address, without a slash at its end.</summary>
    public Uri Dashboard { get; }

    /// <summary>Gets the address of a page.</summary>
    public Uri Page(string path) => new($"{Dashboard}/{path}");

    /// <summary>Gets the address of a function's page.</summary>
    public Uri Function(string name) => Page("function?name=" + Uri.EscapeDataString(name));

    /// <summary>Starts the service with so many further functions; an idle one has none at all and was never called.</summary>
    public static async Task<SeededService> StartAsync(int many = 0, bool idle = false)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var tracing = new SeededTracing(TimeProvider.System);
        builder.Services.AddSingleton<IActiveCalls>(idle ? new IdleTracing() : tracing);
        builder.Services.AddSingleton<IBackgroundServices>(idle ? new IdleTracing() : tracing);
        builder.Services.AddSingleton<IExceptionGroups>(idle ? new IdleTracing() : tracing);
        if (!idle)
        {
            builder.Services.AddSingleton<ISnapshotSource>(new SeededFunctions(TimeProvider.System.GetUtcNow(), many));
            builder.Services.AddSingleton<ISnapshotSource>(new SeededRequests(TimeProvider.System.GetUtcNow()));
        }

        builder.Services.AddMoniGo(options =>
        {
            options.ServiceName = "storefront";
            options.SamplingInterval = Tick;
            options.Storage.Type = MoniGo.StorageType.Memory;
            options.Storage.MaxMemoryBytes = 256L * 1024 * 1024; // two thousand functions weigh
            options.Storage.MaxFunctions = 10_000;
        });
        var app = builder.Build();
        app.MapMoniGo("/monigo").AllowAnonymous();
        if (!idle)
            await FillAsync(app.Services, tracing, many, many == 0 ? History : ShortHistory);

        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    // An earlier run of the service: its counters started from nothing.
    private static async Task FillAsync(IServiceProvider services, SeededTracing tracing, int many, TimeSpan history)
    {
        var (writer, now) = (services.GetRequiredService<ISampleWriter>(), TimeProvider.System.GetUtcNow());
        var (functions, requests) = (new SeededFunctions(now - history, many), new SeededRequests(now - history));
        var resource = new Resource("storefront", "earlier", "web-3", 4711, now - history, "2.14.0", "Development");
        var builder = new SnapshotBuilder();
        for (var tick = 1; tick < history / Tick; tick++)
        {
            builder.Begin(now - history + (tick * Tick));
            functions.Collect(builder);
            requests.Collect(builder);
            await writer.AppendAsync(StreamId.Local, builder.Build(resource, 1, tick));
        }

        tracing.Keep(services.GetRequiredService<ISpanStore>());
        SyntheticTraces.Fill(services.GetRequiredService<ISpanStore>(), now);
    }
}
