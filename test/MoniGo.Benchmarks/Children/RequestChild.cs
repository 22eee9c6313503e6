using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace MoniGo.Benchmarks;

/// <summary>One side of <c>request-overhead</c>: a host with one kind of listener; each line asks for that many requests.</summary>
/// <remarks>Answers "CPU nanoseconds per request, bytes allocated per request".</remarks>
internal static class RequestChild
{
    public const string Name = "request";

    /// <summary>Nothing listens.</summary>
    public const string Bare = "bare";

    /// <summary>A listener without aggregation on the same instruments: what the framework itself charges.</summary>
    public const string Empty = "empty";

    public const string MoniGo = "monigo";

    public const string MoniGoTraced = "monigo-traced";

    public const string OpenTelemetry = "otel";

    /// <summary>A controller's action that logs a line, without MoniGo.</summary>
    public const string Mvc = "mvc";

    /// <summary>The same action traced, with every adapter on: MVC, SignalR, YARP, log lines, activities of ASP.NET Core.</summary>
    public const string AllAdapters = "monigo-all-adapters";

    public static async Task RunAsync(string side)
    {
        using var listener = side == Empty ? EmptyListener() : null;
        using var provider = side == OpenTelemetry ? OtelProvider() : null;
        using var server = new DirectServer();
        await using var app = Build(server, side);
        await app.StartAsync();
        Console.WriteLine("ready");
        while (Console.ReadLine() is { Length: > 0 } line)
            Console.WriteLine(await MeasureAsync(server, PathOf(side), int.Parse(line, CultureInfo.InvariantCulture)));
    }

    private static string PathOf(string side) => side is Mvc or AllAdapters ? "/mvc/1" : "/hello/1";

    private static WebApplication Build(DirectServer server, string side)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IServer>(server);
        if (side.StartsWith(MoniGo, StringComparison.Ordinal))
            builder.Services.AddMoniGo(options => options.Storage.Type = StorageType.Memory); // no request meets the disk

        if (side is Mvc or AllAdapters)
            AddMvc(builder);

        if (side is AllAdapters)
            AddAdapters(builder.Services);

        var app = builder.Build();
        if (side is Mvc or AllAdapters)
            app.MapControllers();

        var hello = app.MapGet("/hello/{id}", (string id) => Microsoft.AspNetCore.Http.Results.Ok());
        if (side == MoniGoTraced)
            hello.WithMetadata(new MoniGoTraceAttribute());

        return app;
    }

    // Lines go nowhere, but are made.
    private static void AddMvc(WebApplicationBuilder builder)
    {
        builder.Logging.AddProvider(new DiscardingLoggerProvider());
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddControllers().AddApplicationPart(typeof(HelloController).Assembly);
    }

    private static void AddAdapters(IServiceCollection services)
    {
        services.Configure<MoniGoOptions>(static options => options.Tracing.Sources.Add("Microsoft.AspNetCore"));
        services.AddSignalR();
        services.AddReverseProxy();
        services.AddMoniGoYarp();
    }

    private static async Task<string> MeasureAsync(DirectServer server, string path, int requests)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < requests; i++)
            await server.GetAsync(path);

        var addedBytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        var addedCpu = Environment.CpuUsage.TotalTime - cpu;
        return string.Create(CultureInfo.InvariantCulture, $"{addedCpu.TotalNanoseconds / requests:F1} {(double)addedBytes / requests:F2}");
    }

    private static MeterListener EmptyListener()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => { });
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => { });
        listener.Start();
        return listener;
    }

    private static MeterProvider OtelProvider() => Sdk
        .CreateMeterProviderBuilder()
        .AddMeter("Microsoft.AspNetCore.*")
        .AddReader(new PeriodicExportingMetricReader(new NoExporter(), exportIntervalMilliseconds: 5_000))
        .Build();

    private sealed class NoExporter : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }
}
