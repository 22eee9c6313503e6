using System.Buffers;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Shows several sources of one stream as one, in order of (time, epoch, sequence).</summary>
/// <remarks>
/// A raw row that two sources hold, by epoch and sequence, is shown once. Where some sources are rolled up and some are not, all are
/// shown as rolled up. A series that is damaged in one source is shown from the others.
/// </remarks>
internal sealed class MergedRows : IRowSource
{
    private static readonly RowPick None = new(-1, -1);

    private readonly IRowSource[] _sources;
    private readonly MergePlan _plan;
    private readonly MergedTable _table;
    private readonly SpareRows[] _spares;

    private MergedRows(IRowSource[] sources)
    {
        (_sources, _plan, _table) = (sources, MergePlan.Of(sources), MergedTable.Of(sources));
        _spares = Array.ConvertAll(sources, _ => new SpareRows());
        IsRolledUp = sources.Any(source => source.IsRolledUp);
    }

    public RowAxis Axis => _plan.Axis;

    public SeriesTable Series => _table.Series;

    public bool IsRolledUp { get; }

    /// <summary>Merges sources; a later one wins over an earlier one that ends at the same time.</summary>
    public static IRowSource Of(IReadOnlyList<IRowSource> sources)
    {
        var filled = sources.Where(source => source.Axis.Count > 0).ToArray();
        return filled.Length switch
        {
            0 => NoRows.Instance,
            1 => filled[0],
            _ => new MergedRows(filled),
        };
    }

    public bool Read(int series, SeriesRows into)
    {
        var parts = new SeriesRows?[_sources.Length];
        var (held, read) = (0, 0);
        for (var i = 0; i < parts.Length; i++)
        {
            if (_table.PlaceOf(i, series) is not (>= 0 and var place))
                continue;

            parts[i] = _spares[i].Take();
            held++;
            if (_sources[i].Read(place, parts[i]!))
                read++;
            else
                parts[i]!.Begin(0);
        }

        Gather(parts, Series.Series[series].Instrument.Kind, into);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is { } part)
                _spares[i].GiveBack(part);
        }

        return read > 0 || held == 0;
    }

    private void Gather(SeriesRows?[] parts, InstrumentKind kind, SeriesRows into)
    {
        var rented = ArrayPool<RowPick>.Shared.Rent(Axis.Count);
        var picks = rented.AsSpan(0, Axis.Count);
        var count = Scatter(parts, picks);
        into.Begin(count);
        into.IsDense = count == Axis.Count;
        var at = 0;
        for (var row = 0; row < picks.Length; row++)
        {
            if (picks[row] == None)
                continue;

            into.Rows[at] = row;
            picks[at++] = picks[row];
        }

        Copy(parts, picks[..count], kind is InstrumentKind.Gauge or InstrumentKind.UpDownCounter, into);
        if (kind == InstrumentKind.Histogram)
            into.Histograms = PickedHistograms.Of(picks[..count], Array.ConvertAll(parts, part => part?.Histograms));

        ArrayPool<RowPick>.Shared.Return(rented);
    }

    /// <summary>Lays each value on its row of the merge, and counts them.</summary>
    private int Scatter(SeriesRows?[] parts, Span<RowPick> picks)
    {
        picks.Fill(None);
        var count = 0;
        for (var p = 0; p < parts.Length; p++)
        {
            for (var i = 0; i < parts[p]?.Count; i++)
            {
                if (_plan.RowOf(p, parts[p]!.RowOf(i)) is not (>= 0 and var row))
                    continue;

                picks[row] = new(p, i);
                count++;
            }
        }

        return count;
    }

    private void Copy(SeriesRows?[] parts, ReadOnlySpan<RowPick> picks, bool hasRange, SeriesRows into)
    {
        for (var i = 0; i < picks.Length; i++)
        {
            var (part, index, isRolledUp) = (parts[picks[i].Part]!, picks[i].Index, _sources[picks[i].Part].IsRolledUp);
            var last = into.Last[i] = part.Last[index];
            if (!IsRolledUp)
                continue;

            into.Ticks[i] = isRolledUp ? part.Ticks[index] : 1;
            if (hasRange)
                (into.Min[i], into.Max[i], into.Sum[i]) = isRolledUp ? (part.Min[index], part.Max[index], part.Sum[index]) : (last, last, last);
        }
    }
}
