using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Registers the tracer and what becomes of its kept calls: spans with log lines, exception groups, traced activities.</summary>
/// <remarks>
/// What the logger provider needs must not log, for it is made while the host's logging is; and the span store, which may be the user's own
/// and trace itself, is asked for only when there is a first span.
/// </remarks>
internal static class TracingServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(CreateTracer);
        services.TryAddSingleton<IMoniGoTracer>(provider => provider.GetRequiredService<FunctionTracer>());
        services.TryAddSingleton<LineRing>(provider => new(Time(provider)));
        services.TryAddSingleton<ExceptionGroups>(provider => new(Time(provider)));
        services.TryAddSingleton<IExceptionGroups>(provider => provider.GetRequiredService<ExceptionGroups>());
        services.TryAddSingleton<SpanKeeper>(provider => new(
            () => provider.GetRequiredService<ISpanStore>(), provider.GetRequiredService<LineRing>(), Time(provider)));
        services.TryAddSingleton<LogCapture>();
        services.TryAddSingleton<IActiveCalls>(provider => new ActiveCalls(provider.GetRequiredService<FunctionTracer>(), Time(provider)));
        services.TryAddSingleton<StoredExceptionGroups>();
        services.TryAddSingleton<TracingUpkeep>();
        services.TryAddSingleton(CreateActivityTraces);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, TraceLoggerProvider>());
    }

    /// <summary>Hears the activities of named sources; null when none are named.</summary>
    public static ActivityTraces? Listen(IServiceProvider services) =>
        services.GetRequiredService<IOptions<MoniGoOptions>>().Value.Tracing.Sources.Count > 0 ? services.GetRequiredService<ActivityTraces>() : null;

    /// <summary>Gives what the tick asks of tracing.</summary>
    public static IEnumerable<ISnapshotSource> Sources(IServiceProvider services)
    {
        yield return services.GetRequiredService<FunctionTracer>();
        yield return services.GetRequiredService<ExceptionGroups>();
        yield return services.GetRequiredService<SpanKeeper>();
        if (Listen(services) is { } activities)
            yield return activities;
    }

    private static FunctionTracer CreateTracer(IServiceProvider services)
    {
        var own = services.GetRequiredService<OwnTelemetry>();
        var options = services.GetRequiredService<CurrentOptions>();
        var spans = services.GetRequiredService<SpanKeeper>();
        var tracer = new FunctionTracer(Time(services), own.Meter, own.Activities, options.Value.Tracing.MaxFunctions)
        {
            Keeper = new CallKeeper(spans, services.GetRequiredService<ExceptionGroups>()),
        };
        new TracingSettings(options, spans, services.GetRequiredService<LogCapture>()).Rule(tracer);
        return tracer;
    }

    private static ActivityTraces CreateActivityTraces(IServiceProvider services) => new(
        services.GetRequiredService<FunctionTracer>(),
        services.GetRequiredService<SpanKeeper>(),
        services.GetRequiredService<IOptions<MoniGoOptions>>().Value.Tracing.Sources,
        Time(services));

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
