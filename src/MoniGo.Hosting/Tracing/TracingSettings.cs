using Microsoft.Extensions.Logging;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Brings the tracing options to those who trace, now and after each reload.</summary>
internal sealed class TracingSettings(CurrentOptions options, SpanKeeper spans, LogCapture logs)
{
    private int _rate = options.Value.Tracing.SamplingRate;

    /// <summary>Brings them to a new tracer, which follows them from then on.</summary>
    public void Rule(FunctionTracer tracer)
    {
        var tracing = options.Value.Tracing;
        tracer.Settings = tracer.Settings with { SamplingRate = _rate };
        Apply(tracer, tracing);
        options.Changed += (_, _) =>
        {
            var reloaded = options.Value.Tracing;

            // A rate that was set by hand lasts until the configured one is another.
            if (reloaded.SamplingRate != Interlocked.Exchange(ref _rate, reloaded.SamplingRate))
                tracer.SetSamplingRate(reloaded.SamplingRate);

            Apply(tracer, reloaded);
        };
    }

    private void Apply(FunctionTracer tracer, TracingOptions tracing)
    {
        tracer.Settings = tracer.Settings with { SlowThreshold = tracing.SlowCallThreshold, SlowFloor = tracing.SlowCallFloor };
        tracer.IsEnabled = tracing.Enabled;
        (logs.MinimumLevel, logs.MaxLength) = (tracing.Enabled ? tracing.Logs.MinimumLevel : LogLevel.None, tracing.Logs.MaxLength);
        spans.MostLines = tracing.Logs.MaxLines;
    }
}
