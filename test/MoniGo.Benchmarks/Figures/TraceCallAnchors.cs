using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MoniGo.Benchmarks;

/// <summary>What a traced call is compared with: the clock, the bare call, and how others time it.</summary>
internal sealed class TraceCallAnchors : IDisposable
{
    private readonly Meter _meter = new("anchor");
    private readonly ActivitySource _source = new("anchor");
    private readonly Histogram<double> _histogram;
    private readonly MeterProvider _meters;
    private readonly TracerProvider _spans;
    private readonly IWork _proxy = TimedProxy.Around(new Worker());
    private readonly MethodInfo _method = typeof(Worker).GetMethod(nameof(Worker.Do))!;
    private readonly Worker _worker = new();
    private long _sum;

    public TraceCallAnchors()
    {
        _histogram = _meter.CreateHistogram<double>("duration", "s");
        _meters = Sdk.CreateMeterProviderBuilder().AddMeter("anchor").AddReader(new BaseExportingMetricReader(new NoMetricExport())).Build();
        _spans = Sdk.CreateTracerProviderBuilder().AddSource("anchor").SetSampler(new AlwaysOnSampler())
            .AddProcessor(new NoSpanExport()).Build();
    }

    /// <summary>The physical floor of every timing: reading the clock twice.</summary>
    public Contender TwoTimestamps => new("two_timestamps", count =>
    {
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _sum += Stopwatch.GetTimestamp() - start;
        }
    });

    /// <summary>The work through a delegate, untimed.</summary>
    public Contender BareCall { get; } = new("bare_call", static count =>
    {
        var work = TracedCalls.Work;
        for (var i = 0; i < count; i++)
            work();
    });

    public IReadOnlyList<Contender> Others => [HandWritten, OtelHistogram, OtelSpan, Proxy, Reflection];

    private Contender HandWritten => new("hand_written_stopwatch", count =>
    {
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                TracedCalls.Work();
            }
            finally
            {
                _sum += Stopwatch.GetTimestamp() - start;
            }
        }
    });

    private Contender OtelHistogram => new("otel_histogram", count =>
    {
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                TracedCalls.Work();
            }
            finally
            {
                _histogram.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("function", "work"));
            }
        }
    });

    private Contender OtelSpan => new("otel_span", count =>
    {
        for (var i = 0; i < count; i++)
        {
            using var span = _source.StartActivity("work");
            TracedCalls.Work();
        }
    });

    private Contender Proxy => new("dispatch_proxy", count =>
    {
        for (var i = 0; i < count; i++)
            _proxy.Do();
    });

    private Contender Reflection => new("reflection_invoke", count =>
    {
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _method.Invoke(_worker, null);
            _sum += Stopwatch.GetTimestamp() - start;
        }
    });

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
        _source.Dispose();
        _meter.Dispose();
    }

    public interface IWork
    {
        void Do();
    }

    public sealed class Worker : IWork
    {
        public void Do() => TracedCalls.DoWork();
    }

#pragma warning disable CA1852 // DispatchProxy derives a class from it at run time.
    public class TimedProxy : DispatchProxy
    {
        private IWork _inner = new Worker();
        private long _sum;

        public static IWork Around(IWork inner)
        {
            var proxy = Create<IWork, TimedProxy>();
            ((TimedProxy)(object)proxy)._inner = inner;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var start = Stopwatch.GetTimestamp();
            var result = targetMethod!.Invoke(_inner, args);
            _sum += Stopwatch.GetTimestamp() - start;
            return result;
        }
    }
#pragma warning restore CA1852

    // Without any processor the SDK does not sample at all.
    private sealed class NoSpanExport : BaseProcessor<Activity>;

    private sealed class NoMetricExport : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }
}
