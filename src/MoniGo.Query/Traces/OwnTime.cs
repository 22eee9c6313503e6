using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Finds the time in which a span did its own work: while nothing that it called was running.</summary>
internal static class OwnTime
{
    /// <summary>Gives the stretches of a span that none of its children covers, in order.</summary>
    /// <param name="span">The span.</param>
    /// <param name="children">The spans it called, by start; they may overlap each other and its bounds.</param>
    public static ImmutableArray<TimeRange> Of(Span span, IReadOnlyList<Span> children)
    {
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

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
