using System.Diagnostics;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>A stopped activity that is to be kept as a span.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Reason">Why it is kept.</param>
/// <param name="Clock">Tells its times as timestamps.</param>
/// <param name="Request">What is known of the request that it stands for; null when it stands for none.</param>
/// <remarks>Activities read the system's clock, so the time in which their lines are looked for is a little longer than theirs.</remarks>
internal sealed record PendingActivity(Activity Activity, KeepReason Reason, WallClock Clock, Span? Request = null) : EndedSpan(
    Activity.TraceId.ToHexString(),
    Activity.SpanId.ToHexString(),
    Clock.TimestampAt(Activity.Begin() - WallClock.Slack),
    Clock.TimestampAt(Activity.End() + WallClock.Slack))
{
    private const int MostTags = 32;
    private const int MostKey = 100;
    private const int MostValue = 1_000;

    /// <inheritdoc />
    public override bool TakesByTime => Reason != KeepReason.Child;

    /// <inheritdoc />
    public override Span ToSpan(WallClock clock) => new(
        TraceId,
        SpanId,
        Activity.ParentSpanId == default ? null : Activity.ParentSpanId.ToHexString(),
        Request?.Name ?? FunctionTable.Shorten(Activity.OperationName),
        Activity.Begin(),
        Activity.Duration,
        Request?.Error ?? ActivityErrors.Of(Activity),
        Tags());

    // Those that MoniGo adds come last, so that no foreign tag takes their place.
    private TagSet Tags()
    {
        var tags = new List<KeyValuePair<string, string>>();
        if (!string.Equals(Activity.DisplayName, Activity.OperationName, StringComparison.Ordinal))
            Add(tags, "display_name", Activity.DisplayName);

        foreach (var (key, value) in Activity.EnumerateTagObjects())
            Add(tags, key, value);

        foreach (ref readonly var happening in Activity.EnumerateEvents())
        {
            if (!ActivityErrors.IsException(happening))
                continue;

            foreach (var (key, value) in happening.EnumerateTagObjects())
                Add(tags, key, value);
        }

        tags.Add(new(SpanTags.Kind, SpanTags.ActivityKind));
        tags.Add(new(SpanTags.Kept, Reason.Word()));
        var all = TagSet.Create([.. tags]);
        foreach (var (key, value) in Request?.Tags ?? TagSet.Empty)
            all = all.With(key, value);

        return all;
    }

    private static void Add(List<KeyValuePair<string, string>> tags, string key, object? value)
    {
        if (tags.Count < MostTags && key.Length is > 0 and <= MostKey && Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { } text)
            tags.Add(new(key, Texts.Cut(text, MostValue)));
    }
}
