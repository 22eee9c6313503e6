using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads how often functions were called over a range, in a few steps.</summary>
internal static class FunctionTrends
{
    /// <summary>Most steps of a trend.</summary>
    public const int MostPoints = 24;

    /// <summary>Reads the calls per second of each step, by function; null where nothing was measured.</summary>
    /// <param name="engine">Reads the history.</param>
    /// <param name="range">The range; unfinished steps at its end are left out.</param>
    /// <param name="tags">Which functions, at most 500.</param>
    /// <param name="finer">What the steps are a multiple of.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<Dictionary<string, ImmutableArray<double?>>> ReadAsync(
        SeriesEngine engine, TimeRange range, ImmutableArray<TagMatcher> tags, TimeSpan finer, CancellationToken cancellationToken)
    {
        var step = Steps.Coarse(range, finer, MostPoints);
        var whole = Steps.Align(range, step);
        var query = SeriesQuery.RateOf(FunctionInstruments.Duration.Name, tags.AsSpan()) with { GroupBy = [FunctionInstruments.Function] };
        var answer = await engine.RangeAsync(query, range, step, cancellationToken);
        return answer.ToDictionary(line => line.Group, line => Spread(line, whole, step), StringComparer.Ordinal);
    }

    private static ImmutableArray<double?> Spread(SeriesResult line, TimeRange whole, TimeSpan step)
    {
        var values = new double?[(int)(whole.Length / step)];
        foreach (var point in line.Points)
        {
            var at = (int)((point.Time - whole.Start) / step) - 1;
            if (at >= 0 && at < values.Length)
                values[at] = point.Value;
        }

        return [.. values];
    }
}
