using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Joins the log lines of all spans of a trace into one log.</summary>
internal static class TraceLines
{
    /// <summary>Gives the lines in order of time; those of one moment stay in the order they were written.</summary>
    public static ImmutableArray<TraceLine> Of(IEnumerable<Span> spans) =>
    [
        .. from span in spans
           from line in span.Lines.IsDefault ? [] : span.Lines
           orderby line.Time
           select new TraceLine(line, span),
    ];
}
