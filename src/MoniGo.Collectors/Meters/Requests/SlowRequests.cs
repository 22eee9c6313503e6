using System.Diagnostics;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Makes spans of requests that were slow for their route, or failed.</summary>
/// <remarks>
/// The framework reports a request's duration while its <see cref="Activity"/> is still the current one, so the span has the ids that
/// everything within the request refers to, at no cost for the requests that are not kept. At most <see cref="MostPerTick"/> a tick of either
/// kind. Thread-safe.
/// </remarks>
/// <param name="keep">Takes the spans.</param>
/// <param name="groupWithin">Gives the id of the group of the last exception seen within an activity; null when there was none.</param>
/// <param name="time">The clock.</param>
internal sealed class SlowRequests(Action<Span> keep, Func<Activity, string?> groupWithin, TimeProvider time)
{
    /// <summary>Requests kept between two ticks, slow ones and failed ones each.</summary>
    public const int MostPerTick = 20;

    private int _slowLeft = MostPerTick;
    private int _failedLeft = MostPerTick;

    /// <summary>Gets or sets which requests are slow.</summary>
    public SlowRequestSettings Settings { get; set; } = new(null, TimeSpan.FromMilliseconds(1));

    /// <summary>Gets whether a request is slow by comparison with others of its series.</summary>
    public bool IsRelative => Settings.Threshold is null;

    /// <summary>Gives the seconds above which a request is slow, where the slowest usual one takes <paramref name="usual"/>.</summary>
    public double Bar(double usual) =>
        Settings is { Threshold: { } threshold } ? threshold.TotalSeconds : Math.Max(usual, Settings.Floor.TotalSeconds);

    /// <summary>Begins the count of the next tick.</summary>
    public void Refill()
    {
        Volatile.Write(ref _slowLeft, MostPerTick);
        Volatile.Write(ref _failedLeft, MostPerTick);
    }

    /// <summary>Names the error of requests with these tags; null when they did not fail.</summary>
    /// <remarks>An exception that the host has handled is no reason to ASP.NET Core; the answer still says that the request failed.</remarks>
    public static string? ErrorOf(TagSet tags) => tags[PlatformInstruments.ErrorType] ?? tags[PlatformInstruments.StatusCode] switch
    {
        ['5', _, _] status => status,
        _ => null,
    };

    /// <summary>Keeps a request that has just ended on this flow; false when the tick has had its share.</summary>
    public bool TryKeep(TagSet tags, double seconds, bool failed)
    {
        ref var left = ref failed ? ref _failedLeft : ref _slowLeft;
        if (Volatile.Read(ref left) <= 0 || Interlocked.Decrement(ref left) < 0)
            return false;

        keep(Describe(tags, seconds, failed));
        return true;
    }

    private Span Describe(TagSet tags, double seconds, bool failed)
    {
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        var length = TimeSpan.FromSeconds(seconds);
        var all = tags.With(SpanTags.Kind, SpanTags.RequestKind).With(SpanTags.Kept, failed ? "failed" : "slow");
        return new(
            (activity?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString(),
            (activity?.SpanId ?? ActivitySpanId.CreateRandom()).ToHexString(),
            activity is not null && activity.ParentSpanId != default ? activity.ParentSpanId.ToHexString() : null,
            NameOf(tags),
            time.GetUtcNow() - length,
            length,
            ErrorOf(tags),
            failed && activity is not null && groupWithin(activity) is { } group ? all.With(SpanTags.ExceptionGroup, group) : all);
    }

    // Minimal APIs report "/orders", MVC and Razor Pages "orders".
    private static string NameOf(TagSet tags)
    {
        var route = tags[PlatformInstruments.Route] is { } known ? "/" + known.TrimStart('/') : "(unmatched)";
        return $"{tags[PlatformInstruments.Method]} {route}";
    }
}
