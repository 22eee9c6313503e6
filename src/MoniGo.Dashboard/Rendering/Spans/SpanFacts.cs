using System.Globalization;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>What is told of one span of a trace, fact by fact.</summary>
internal static class SpanFacts
{
    private static readonly string[] ToldInWords =
    [
        SpanTags.Kind, SpanTags.Kept, SpanTags.Self, SpanTags.Allocated, SpanTags.ExceptionGroup, SpanTags.Caller,
        PlatformInstruments.Route, PlatformInstruments.Method,
    ];

    /// <summary>Gets the style sheet's classes of a span: what it is, and whether it failed.</summary>
    public static string Look(Span span)
    {
        var kind = span.Tags[SpanTags.Kind] switch
        {
            SpanTags.RequestKind => "tone-first",
            SpanTags.ActivityKind => "tone-fourth",
            SpanTags.StageKind => "tone-second",
            _ => "tone-third",
        };
        return span.Error is null ? kind : "tone-bad";
    }

    /// <summary>Splits a span's name for reading: what leads to it, what it is, what follows.</summary>
    public static (string Type, string Name, string Signature) Split(Span span) => IsFunction(span)
        ? Markup.SplitFunction(span.Name)
        : ("", span.Name, "");

    /// <summary>Tells the facts, each with the page it leads to or null.</summary>
    public static IEnumerable<(string Name, string Value, string? To)> Of(TraceRow row, TraceTree trace)
    {
        var (span, tags) = (row.Span, row.Span.Tags);
        yield return (KindOf(span), span.Name, TargetOf(span));
        yield return ("Began after", Unit.WriteDuration((span.Start - trace.Range.Start).TotalSeconds), null);
        yield return ("Took", Unit.WriteDuration(span.Duration.TotalSeconds), null);
        if (Number(tags, SpanTags.Self) is { } self)
            yield return ("Own work", Unit.WriteDuration(self), null);

        if (Number(tags, SpanTags.Allocated) is { } bytes)
            yield return ("Allocated", Unit.WriteBytes(bytes), null);

        if (span.Error is { } error)
            yield return ("Failed with", error, tags[SpanTags.ExceptionGroup] is { } group ? ExceptionPage.To(group) : null);

        if (tags[SpanTags.Caller] is { } caller)
            yield return ("Called by", caller, FunctionPage.Link(caller).To);

        yield return ("Kept because", KeptWords.Of(span), null);
        foreach (var (key, value) in tags)
        {
            if (!ToldInWords.Contains(key, StringComparer.Ordinal))
                yield return (key, value, null);
        }
    }

    /// <summary>Leads to the page of what a span is a call of; null where it has none.</summary>
    public static string? TargetOf(Span span) => span.Tags[SpanTags.Kind] switch
    {
        SpanTags.RequestKind => RequestSpans.Endpoint(span) is { } endpoint ? EndpointPage.To(endpoint) : null,
        SpanTags.StageKind => null,
        _ => FunctionPage.Link(span.Name).To,
    };

    private static bool IsFunction(Span span) => span.Tags[SpanTags.Kind] is SpanTags.FunctionKind or null;

    private static string KindOf(Span span) => span.Tags[SpanTags.Kind] switch
    {
        SpanTags.RequestKind => "Request",
        SpanTags.ActivityKind => "Activity",
        SpanTags.StageKind => "Stage",
        _ => "Function",
    };

    private static double? Number(TagSet tags, string key) =>
        double.TryParse(tags[key], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
