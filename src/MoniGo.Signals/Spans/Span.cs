using System.Collections.Immutable;

namespace MoniGo.Signals;

/// <summary>One timed piece of work within a trace.</summary>
/// <param name="TraceId">W3C trace id, 32 lower-case hex digits.</param>
/// <param name="SpanId">W3C span id, 16 lower-case hex digits.</param>
/// <param name="ParentId">Span id of the parent, which need not be kept; null at the root.</param>
/// <param name="Name">What was done, with few distinct values: a function's name, or method and route of a request.</param>
/// <param name="Start">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Error">Type name of the exception that ended it; null when it went well.</param>
/// <param name="Tags">Further facts; those that MoniGo adds are named in <see cref="SpanTags"/>.</param>
public sealed record Span(
    string TraceId,
    string SpanId,
    string? ParentId,
    string Name,
    DateTimeOffset Start,
    TimeSpan Duration,
    string? Error,
    TagSet Tags)
{
    /// <summary>Gets the log lines written during it, in order; empty by default.</summary>
    public ImmutableArray<LogLine> Lines { get; init; } = [];
}
