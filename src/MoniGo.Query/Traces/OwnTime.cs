using System.Collections.Immutable;
using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Finds the time in which a span did its own work: while nothing that it called was running.</summary>
/// <remarks>
/// Known where the calls within it were kept too: of sampled calls, and of activities. Of a call that was kept because it turned out slow or
/// failed only the sum is known, so it is all its own or none of it can be shown; of a request nothing is.
/// </remarks>
internal static class OwnTime
{
    // What a call is left with when timestamps are rounded.
    private const double All = 0.99;

    /// <summary>Gives the stretches of a span that none of its children covers, in order; none where they are not known.</summary>
    /// <param name="span">The span.</param>
    /// <param name="children">The spans it called, by start; they may overlap each other and its bounds.</param>
    public static ImmutableArray<TimeRange> Of(Span span, IReadOnlyList<Span> children)
    {
        if (!KnowsItsCalls(span, children) && !IsAllItsOwn(span))
            return [];

        var own = ImmutableArray.CreateBuilder<TimeRange>();
        var (free, end) = (span.Start, span.Start + span.Duration);
        foreach (var child in children)
        {
            if (child.Start > free)
                own.Add(new(free, Earlier(child.Start, end)));

            free = Later(free, child.Start + child.Duration);
            if (free >= end)
                return own.ToImmutable();
        }

        own.Add(new(free, end));
        return own.ToImmutable();
    }

    private static bool KnowsItsCalls(Span span, IReadOnlyList<Span> children) => span.Tags[SpanTags.Kind] switch
    {
        SpanTags.RequestKind => false,
        SpanTags.FunctionKind => children.Count > 0 || span.Tags[SpanTags.Kept] is "sampled" or "child",
        _ => true,
    };

    private static bool IsAllItsOwn(Span span) =>
        double.TryParse(span.Tags[SpanTags.Self], NumberStyles.Float, CultureInfo.InvariantCulture, out var self)
        && self >= All * span.Duration.TotalSeconds;

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
