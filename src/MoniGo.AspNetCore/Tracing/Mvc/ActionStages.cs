using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.AspNetCore;

/// <summary>Times binding, action and result of traced MVC actions apart: a histogram of all, and child spans of those looked at closely.</summary>
/// <remarks>Its filter is put on traced actions alone, so no other one pays for it. Thread-safe.</remarks>
internal sealed class ActionStages(IMoniGoTracer tracer, IMeterFactory meters, TimeProvider time, IServiceProvider services)
{
    private readonly Lock _gate = new();
    private readonly Histogram<double> _durations = meters.Create(MvcInstruments.Meter).CreateHistogram<double>(
        MvcInstruments.StageDuration.Name, MvcInstruments.StageDuration.Unit, MvcInstruments.StageDuration.Description);

    private readonly SpanKeeper? _spans = services.GetService<SpanKeeper>();

    /// <summary>Gets whether calls are traced now.</summary>
    public bool IsEnabled => tracer.IsEnabled;

    /// <summary>Reads the clock of <see cref="End"/>.</summary>
    public long Now() => time.GetTimestamp();

    /// <summary>Times the stages of an action from its next request on; of conventional routes several share one action.</summary>
    public void AddTo(ControllerActionDescriptor action)
    {
        lock (_gate)
        {
            if (!action.FilterDescriptors.Any(one => one.Filter is ActionStageFilter))
                action.FilterDescriptors = [.. action.FilterDescriptors, new(new ActionStageFilter(this, action), FilterScope.Global)];
        }
    }

    /// <summary>Records a stage that has ended.</summary>
    /// <param name="action">Its action.</param>
    /// <param name="stage">Its name.</param>
    /// <param name="start">When it began, by <see cref="Now"/>.</param>
    /// <param name="exception">What ended it; null when it went well.</param>
    /// <param name="call">The call of the action, if that is looked at closely.</param>
    public void End(ControllerActionDescriptor action, string stage, long start, Exception? exception, CallFrame? call)
    {
        var length = time.GetElapsedTime(start);
        var error = exception is null ? null : FunctionErrors.NameOf(exception);
        Record(action, stage, length.TotalSeconds, error);
        if (call is null)
            return;

        _spans?.Keep(new Span(
            call.TraceId,
            CallIds.NewSpan(),
            call.SpanId,
            $"{action.ControllerName}.{action.ActionName} [{stage}]",
            time.GetUtcNow() - length,
            length,
            error,
            TagSet.Create(
                new(SpanTags.Kind, SpanTags.StageKind),
                new(SpanTags.Kept, "child"),
                new(MvcInstruments.Controller, action.ControllerName),
                new(MvcInstruments.Action, action.ActionName),
                new(MvcInstruments.Stage, stage))));
    }

    // Three tags travel on the stack; a fourth costs an allocation, which a failure may.
    private void Record(ControllerActionDescriptor action, string stage, double seconds, string? error)
    {
        var (controllerTag, actionTag, stageTag) = (
            new KeyValuePair<string, object?>(MvcInstruments.Controller, action.ControllerName),
            new KeyValuePair<string, object?>(MvcInstruments.Action, action.ActionName),
            new KeyValuePair<string, object?>(MvcInstruments.Stage, stage));
        if (error is null)
            _durations.Record(seconds, controllerTag, actionTag, stageTag);
        else
            _durations.Record(seconds, [controllerTag, actionTag, stageTag, new(PlatformInstruments.ErrorType, error)]);
    }
}
