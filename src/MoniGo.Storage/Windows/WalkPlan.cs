using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Says which series a query walks, and where each source keeps them.</summary>
internal sealed class WalkPlan
{
    private readonly Dictionary<SeriesKey, int[]?> _lanes = [];

    public WalkPlan(IReadOnlyList<IRowSource> sources, SampleQuery query)
    {
        var cutter = new PieceCutter(query.Range, query.Step);
        Sources = [.. sources.Select(source => new WalkedSource(source, cutter.Cut(source.Axis)))];
        for (var i = 0; i < Sources.Length; i++)
            Place(i, query.Selector);
    }

    public WalkedSource[] Sources { get; }

    /// <summary>Gets the selected series, each with its place in every source, -1 where it is absent.</summary>
    public IEnumerable<(SeriesKey Series, int[] Places)> Lanes =>
        from lane in _lanes where lane.Value is not null select (lane.Key, lane.Value);

    private void Place(int source, SeriesSelector selector)
    {
        var table = Sources[source].Rows.Series;
        var (first, count) = table.OfInstrument(selector.Instrument);
        for (var at = first; at < first + count; at++)
        {
            var series = table.Series[at];
            if (!_lanes.TryGetValue(series, out var places))
                _lanes[series] = places = selector.Matches(series.Tags) ? Nowhere() : null;

            if (places is not null)
                places[source] = at;
        }
    }

    private int[] Nowhere()
    {
        var places = new int[Sources.Length];
        Array.Fill(places, -1);
        return places;
    }
}
