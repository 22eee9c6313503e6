using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The series of a source in order: by instrument name, then by tags; never changes.</summary>
/// <remarks>Thread-safe. Segments whose tables are equal share one instance.</remarks>
internal sealed class SeriesTable
{
    private readonly Dictionary<SeriesKey, int> _places;

    /// <summary>Makes a table of series that are already in <see cref="SeriesOrder"/>.</summary>
    public SeriesTable(ImmutableArray<SeriesKey> sorted)
    {
        Series = sorted;
        _places = new(sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
            _places[sorted[i]] = i;
    }

    /// <summary>Gets the table without series.</summary>
    public static SeriesTable Empty { get; } = new([]);

    /// <summary>Gets the series in order.</summary>
    public ImmutableArray<SeriesKey> Series { get; }

    /// <summary>Finds the place of a series; -1 when it is absent.</summary>
    public int IndexOf(SeriesKey series) => _places.TryGetValue(series, out var at) ? at : -1;

    /// <summary>Finds where the series of an instrument stand: the first place and their number, 0 when it has none.</summary>
    public (int First, int Count) OfInstrument(string name)
    {
        var first = FirstNotBefore(name);
        var end = first;
        while (end < Series.Length && string.Equals(Series[end].Instrument.Name, name, StringComparison.Ordinal))
            end++;

        return (first, end - first);
    }

    private int FirstNotBefore(string name)
    {
        var (low, high) = (0, Series.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Series[middle].Instrument.Name, name) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
