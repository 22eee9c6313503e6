using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>One span of a trace as a waterfall shows it.</summary>
/// <param name="Span">The span.</param>
/// <param name="Depth">Spans above it; zero for the first.</param>
internal sealed record TraceRow(Span Span, int Depth)
{
    /// <summary>Gets whether the span that called it is not kept, so that it hangs under the first.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>Gets the stretches of its duration in which none of the spans it called was running, in order.</summary>
    public ImmutableArray<TimeRange> Own { get; init; } = [];

    /// <summary>Gets how many of the spans it called, and of those that they called, are left out for brevity.</summary>
    public int Hidden { get; init; }
}
