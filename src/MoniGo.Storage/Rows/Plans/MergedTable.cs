using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The series of several sources as one table, and where each has them.</summary>
/// <remarks>An app may change the kind of an instrument: then the newest source decides, and others that differ do not show theirs.</remarks>
internal sealed class MergedTable
{
    private readonly int[]?[] _places; // by source and series; null where the table is the same one

    private MergedTable(SeriesTable series, int[]?[] places) => (Series, _places) = (series, places);

    public SeriesTable Series { get; }

    /// <summary>Merges the tables of sources that have rows.</summary>
    public static MergedTable Of(IReadOnlyList<IRowSource> sources)
    {
        if (sources.All(source => ReferenceEquals(source.Series, sources[0].Series)))
            return new(sources[0].Series, new int[sources.Count][]);

        var union = new SeriesTable(Union(sources));
        var places = sources.Select(source => source.Series).Distinct().ToDictionary(table => table, table => PlacesIn(table, union));
        return new(union, [.. sources.Select(source => places[source.Series])]);
    }

    /// <summary>Gives the place of a series in a source; -1 when it has none.</summary>
    public int PlaceOf(int part, int series) => _places[part] is { } places ? places[series] : series;

    private static ImmutableArray<SeriesKey> Union(IReadOnlyList<IRowSource> sources)
    {
        var newestFirst = sources.Select(source => (source.Series, Last: source.Axis.Times[^1])).Reverse().OrderByDescending(source => source.Last);
        var union = new HashSet<SeriesKey>();
        foreach (var table in newestFirst.Select(source => source.Series).Distinct())
            union.UnionWith(table.Series); // keeps what is there already

        return [.. union.Order(SeriesOrder.Instance)];
    }

    private static int[] PlacesIn(SeriesTable table, SeriesTable union)
    {
        var places = new int[union.Series.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var at = table.IndexOf(union.Series[i]);
            places[i] = at >= 0 && table.Series[at].Instrument.Kind == union.Series[i].Instrument.Kind ? at : -1;
        }

        return places;
    }
}
