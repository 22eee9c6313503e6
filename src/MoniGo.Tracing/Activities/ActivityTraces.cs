using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Traces every activity of named sources as a call of a function, and keeps the trees that are worth it.</summary>
/// <remarks>
/// <para>
/// An activity counts in the function named after its operation. The topmost activity of these sources within the process decides about its
/// tree when it stops: it is kept when that is sampled, slow or failed. One that outlives its root stands for itself.
/// </para>
/// <para>
/// The sources are asked for all data (<see cref="ActivitySamplingResult.AllData"/>), since only the end tells which tree is kept; so each
/// activity costs what its library spends on tags, about a microsecond, and some 0.5 us here. Never for recording: the host's own
/// OpenTelemetry samples and exports as if nobody else listened, and what goes over the wire says "not sampled" unless it says otherwise.
/// </para>
/// Thread-safe. Activity sources belong to the process, so each of several hosts hears those of all. MoniGo's own source is never heard.
/// </remarks>
internal sealed class ActivityTraces : ISnapshotSource, IDisposable
{
    private static readonly SeriesKey DroppedActivities = new(OwnInstruments.Dropped, TagSet.Of("reason", "activities"));

    private readonly FunctionTracer _tracer;
    private readonly SpanKeeper _spans;
    private readonly string[] _patterns;
    private readonly ActivityTrees _trees;
    private readonly ActivityListener _listener;

    // Sources are few and made once per library; their names are asked for with each activity.
    private readonly ConcurrentDictionary<string, bool> _heard = new(StringComparer.Ordinal);

    // Of activities that are about to stop: what a request is kept with.
    private readonly ConditionalWeakTable<Activity, Span> _requests = [];

    /// <summary>Begins to listen.</summary>
    public ActivityTraces(FunctionTracer tracer, SpanKeeper spans, IEnumerable<string> sources, TimeProvider time)
    {
        (_tracer, _spans, _patterns) = (tracer, spans, [.. sources]);
        _trees = new(time);
        _listener = new()
        {
            ShouldListenTo = source => IsHeard(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => Sample(),
            SampleUsingParentId = (ref ActivityCreationOptions<string> _) => Sample(),
            ActivityStopped = OnStopped,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        _trees.DropOld();
        builder.Add(DroppedActivities, _trees.Dropped);
    }

    /// <summary>Takes the span of a request over to its activity, which is kept with it when it stops: one span, with the tree below it.</summary>
    /// <returns>False when the current activity is not the request's, or of no source that is heard: then nobody else keeps the span.</returns>
    public bool TryTake(Span request)
    {
        if (Activity.Current is not { } current || !IsHeard(current.Source.Name)
            || !string.Equals(current.SpanId.ToHexString(), request.SpanId, StringComparison.Ordinal))
        {
            return false;
        }

        _requests.AddOrUpdate(current, request);
        return true;
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener.Dispose();

    private ActivitySamplingResult Sample() => _tracer.IsEnabled ? ActivitySamplingResult.AllData : ActivitySamplingResult.None;

    private bool IsHeard(string source) => _heard.GetOrAdd(source, static (name, patterns) => Matches(name, patterns), _patterns);

    private static bool Matches(string source, string[] patterns) =>
        !string.Equals(source, InstrumentInfo.OwnMeter, StringComparison.Ordinal)
        && Array.Exists(patterns, pattern => FileSystemName.MatchesSimpleExpression(pattern, source, ignoreCase: true));

    // Runs in the application's Activity.Stop, which must not fail for our sake.
    private void OnStopped(Activity activity)
    {
        try
        {
            if (_tracer.IsEnabled && activity.IdFormat == ActivityIdFormat.W3C && activity.OperationName.Length > 0)
                Record(activity);
        }
        catch (Exception)
        {
            _trees.CountDropped();
        }
    }

    private void Record(Activity activity)
    {
        var error = ActivityErrors.Of(activity);
        var start = _spans.Clock.TimestampAt(activity.Begin());
        var end = _spans.Clock.TimestampAt(activity.End());
        var function = _tracer.GetFunction(activity.OperationName).Recorded!;
        function.RecordEnded(start, end, error);

        var request = _requests.TryGetValue(activity, out var taken) ? taken : null;
        var root = RootOf(activity);
        if (root != activity && !root.IsStopped && request is null)
        {
            _trees.Hold(root, new(activity, KeepReason.Child, _spans.Clock));
            return;
        }

        var held = _trees.Take(activity);
        var reason = function.Judge(end - start, failed: error is not null);
        if (reason == KeepReason.None && request is not null)
            reason = request.Error is null ? KeepReason.Slow : KeepReason.Failed;

        if (reason == KeepReason.None && !TrySample(function.Selection, activity, ref reason))
            return;

        foreach (var child in held)
            _spans.Keep(child);

        var kept = new PendingActivity(activity, reason, _spans.Clock, request);
        function.AddExemplar(new(function, reason, start, end, kept.TraceId, kept.SpanId, ParentId: null));
        _spans.Keep(kept);
    }

    // One in N traces; all activities of a trace fall to the same side.
    private static bool TrySample(CallSelection selection, Activity activity, ref KeepReason reason)
    {
        if (selection.Rate is not (> 0 and var rate) || (uint)activity.TraceId.GetHashCode() % rate != 0 || !selection.TrySample())
            return false;

        selection.Count(reason = KeepReason.Sampled);
        return true;
    }

    private Activity RootOf(Activity activity)
    {
        var root = activity;
        for (var above = activity.Parent; above is not null; above = above.Parent)
        {
            if (IsHeard(above.Source.Name))
                root = above;
        }

        return root;
    }
}
