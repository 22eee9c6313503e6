using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The order of series in a table: by instrument name, then by tags, all ordinal.</summary>
internal sealed class SeriesOrder : IComparer<SeriesKey>
{
    public static SeriesOrder Instance { get; } = new();

    public int Compare(SeriesKey? x, SeriesKey? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);

        var order = string.CompareOrdinal(x.Instrument.Name, y.Instrument.Name);
        for (var i = 0; order == 0 && i < Math.Min(x.Tags.Count, y.Tags.Count); i++)
        {
            order = string.CompareOrdinal(x.Tags[i].Key, y.Tags[i].Key);
            if (order == 0)
                order = string.CompareOrdinal(x.Tags[i].Value, y.Tags[i].Value);
        }

        return order != 0 ? order : x.Tags.Count - y.Tags.Count;
    }
}
