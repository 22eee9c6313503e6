using System.Diagnostics;
using System.Diagnostics.Metrics;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Shows traced calls to whoever else listens: an OpenTelemetry set-up in the host, <c>dotnet-counters</c>.</summary>
/// <remarks>
/// Costs one branch each for spans and durations while nobody does. Listeners are code of others, and so is the message of an exception:
/// what they throw is theirs, and never ends a call. Thread-safe.
/// </remarks>
internal sealed class ForeignListeners(Meter? meter, ActivitySource? source)
{
    // OpenTelemetry's tag for the name of a function.
    private const string FunctionName = "code.function.name";

    private readonly Histogram<double>? _duration = meter?.CreateHistogram(
        FunctionInstruments.Duration.Name, FunctionInstruments.Duration.Unit, FunctionInstruments.Duration.Description, tags: null, Advice);

    // The SDK's default boundaries are meant for milliseconds; these span functions from 10 us to 10 s.
    private static InstrumentAdvice<double> Advice => new()
    {
        HistogramBucketBoundaries =
            [0.00001, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    public bool WantsDurations => _duration is { Enabled: true };

    public bool WantsSpans => source is not null && source.HasListeners();

    /// <summary>Gives a span the status, the type and the exception event that OpenTelemetry's conventions ask for.</summary>
    public static void MarkFailed(Activity span, Exception exception)
    {
        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag(FunctionInstruments.ErrorType, FunctionErrors.NameOf(exception));
        try
        {
            span.SetStatus(ActivityStatusCode.Error, exception.Message);
            span.AddException(exception);
        }
        catch (Exception)
        {
            // Its type is told all the same.
        }
    }

    /// <summary>Stops a span; whoever was current stays so, for stopping makes its predecessor current.</summary>
    public static void StopSpan(Activity span)
    {
        var current = Activity.Current;
        try
        {
            span.Dispose();
        }
        catch (Exception)
        {
            // The call has ended as it did.
        }

        if (Activity.Current != current)
            Activity.Current = current;
    }

    public Activity? StartSpan(Function function)
    {
        var before = Activity.Current;
        try
        {
            var span = source?.StartActivity(function.Name);
            span?.SetTag(FunctionName, function.Name);
            return span;
        }
        catch (Exception)
        {
            // It may have begun before a listener threw.
            Activity.Current = before;
            return null;
        }
    }

    public void RecordDuration(Function function, double seconds)
    {
        try
        {
            _duration?.Record(seconds, new KeyValuePair<string, object?>(FunctionInstruments.Function, function.Name));
        }
        catch (Exception)
        {
            // Our own figures have it.
        }
    }
}
