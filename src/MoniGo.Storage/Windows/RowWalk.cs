using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Walks the rows of a stream and cuts them into the windows of every selected series.</summary>
/// <remarks>Goes series by series, so that one set of columns is decoded at a time; a series with damaged bytes has a gap there.</remarks>
internal static class RowWalk
{
    /// <summary>Cuts rows that come in order of time; those before the range only tell where cumulative values stood.</summary>
    /// <param name="sources">In order of time and without overlap; ticks and roll-ups may follow each other.</param>
    /// <param name="query">The question.</param>
    /// <param name="before">Tells the last known value of a series that the sources first show within the range; null when there is none.</param>
    /// <param name="cancellationToken">Looked at between series.</param>
    public static IEnumerable<SeriesWindows> Cut(
        IReadOnlyList<IRowSource> sources, SampleQuery query, Func<SeriesKey, RowState?> before, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var plan = new WalkPlan(sources, query);
        var rows = new SeriesRows();
        foreach (var (series, places) in plan.Lanes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var walk = new SeriesWalk(series, before, plan.Sources.Sum(source => source.Windows));
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] >= 0)
                    walk.Add(plan.Sources[i], places[i], rows);
            }

            if (walk.Finish() is { Windows.Length: > 0 } windows)
                yield return windows;
        }
    }
}
