using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MoniGo.Collectors;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Makes what a tick needs from the options: the aggregator, and the ticker over all sources.</summary>
internal static class TickFactory
{
    /// <summary>The meters of .NET itself, and of our adapters: what they publish is listened to and never measured twice.</summary>
    private static readonly string[] PlatformMeters = ["System.*", "Microsoft.*", "MoniGo.*"];

    public static MeterAggregator CreateAggregator(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<MoniGoOptions>>().Value;
        return new(
            new MeterSettings([.. PlatformMeters, .. options.Meters], services.GetRequiredService<IMeterFactory>(), options.CardinalityLimit),
            services.GetRequiredService<ILogger<MeterAggregator>>(),
            CreateSlowRequests(services));
    }

    private static SlowRequests CreateSlowRequests(IServiceProvider services)
    {
        var options = services.GetRequiredService<CurrentOptions>();
        var (tracer, spans) = (services.GetRequiredService<FunctionTracer>(), services.GetRequiredService<SpanKeeper>());
        var activities = TracingServices.Listen(services);
        var slow = new SlowRequests(Keep, services.GetRequiredService<ExceptionGroups>().GroupWithin, services.GetRequiredService<TimeProvider>())
        {
            Settings = Settings(),
        };
        options.Changed += (_, _) => slow.Settings = Settings();
        return slow;

        // Where the activities of requests are traced too, both tell of the same span.
        void Keep(Span span)
        {
            if (tracer.IsEnabled && activities?.TryTake(span) != true)
                spans.Keep(span);
        }

        SlowRequestSettings Settings() => new(options.Value.Tracing.SlowCallThreshold, options.Value.Tracing.SlowCallFloor);
    }

    public static SnapshotTicker CreateTicker(IServiceProvider services)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var resource = services.GetRequiredService<Resource>();
        ISnapshotSource[] own =
        [
            services.GetRequiredService<MeterAggregator>(),
            .. TracingServices.Sources(services),
            .. MachineSources.Create(time),
            services.GetRequiredService<StoreWriter>(),
        ];
        return new(
            All(own, services),
            resource,
            time,
            services.GetRequiredService<IOptions<MoniGoOptions>>().Value.SamplingInterval,
            services.GetRequiredService<ILogger<SnapshotTicker>>(),
            epoch: time.GetUtcNow().ToUnixTimeMilliseconds());
    }

    // Asked for at the first tick: a registered source may itself need the feed that is being made here.
    private static IEnumerable<ISnapshotSource> All(ISnapshotSource[] own, IServiceProvider services)
    {
        foreach (var source in own)
            yield return source;

        foreach (var source in services.GetServices<ISnapshotSource>())
            yield return source;
    }
}
