using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Shows a source in coarser windows, with ticks, min, max and sum.</summary>
/// <remarks>
/// A window ends at a multiple of the step since 1970 and is one row, or several where the process restarted in it or a cumulative
/// series fell, so that the row before the fall keeps the total that would be lost. At most <see cref="MaxRowsPerWindow"/>.
/// </remarks>
internal sealed class RolledUpRows : IRowSource
{
    public const int MaxRowsPerWindow = 4;

    private readonly IRowSource _source;
    private readonly RollUpPlan _plan;
    private readonly SpareRows _spare = new();

    private RolledUpRows(IRowSource source, RollUpPlan plan) => (_source, _plan) = (source, plan);

    public RowAxis Axis => _plan.Axis;

    public SeriesTable Series => _source.Series;

    public bool IsRolledUp => true;

    public static IRowSource Of(IRowSource source, TimeSpan step) => new RolledUpRows(source, RollUpPlan.Of(source, step));

    public bool Read(int series, SeriesRows into)
    {
        var from = _spare.Take();
        var isRead = _source.Read(series, from);
        if (isRead)
            RollUp(from, Series.Series[series].Instrument.Kind, into);

        _spare.GiveBack(from);
        return isRead;
    }

    private void RollUp(SeriesRows from, InstrumentKind kind, SeriesRows into)
    {
        var order = _plan.OrderOf(from);
        var ends = EndsOfRows(from, order);
        into.Begin(ends.Length);
        into.IsDense = ends.Length == Axis.Count;
        var start = 0;
        for (var row = 0; row < ends.Length; row++)
        {
            var last = At(order, ends[row] - 1);
            (into.Rows[row], into.Last[row]) = (_plan.RowOf(from.RowOf(last)), from.Last[last]);
            into.Ticks[row] = TicksOf(from, order, start, ends[row]);
            if (kind is InstrumentKind.Gauge or InstrumentKind.UpDownCounter)
                (into.Min[row], into.Max[row], into.Sum[row]) = RangeOf(from, order, start, ends[row]);

            start = ends[row];
        }

        if (kind == InstrumentKind.Histogram)
            into.Histograms = PickedHistograms.Of(Array.ConvertAll(ends, end => new RowPick(0, At(order, end - 1))), [from.Histograms]);
    }

    /// <summary>Finds where the values of each row end, in order.</summary>
    private int[] EndsOfRows(SeriesRows from, int[]? order)
    {
        var ends = new List<int>(Math.Min(from.Count, Axis.Count));
        var before = -1;
        for (var i = 0; i < from.Count; i++)
        {
            var row = _plan.RowOf(from.RowOf(At(order, i)));
            if (row == before)
                ends[^1] = i + 1;
            else
                ends.Add(i + 1);

            before = row;
        }

        return [.. ends];
    }

    private long TicksOf(SeriesRows from, int[]? order, int start, int end)
    {
        if (!_source.IsRolledUp)
            return end - start;

        var ticks = 0L;
        for (var i = start; i < end; i++)
            ticks += from.Ticks[At(order, i)];

        return ticks;
    }

    private (double Min, double Max, double Sum) RangeOf(SeriesRows from, int[]? order, int start, int end)
    {
        var (mins, maxes, sums) = _source.IsRolledUp ? (from.Min, from.Max, from.Sum) : (from.Last, from.Last, from.Last);
        var first = At(order, start);
        var (min, max, sum) = (mins[first], maxes[first], sums[first]);
        for (var i = start + 1; i < end; i++)
        {
            var index = At(order, i);
            // Written so that NaN remains only where there is nothing else.
            min = mins[index] < min || double.IsNaN(min) ? mins[index] : min;
            max = maxes[index] > max || double.IsNaN(max) ? maxes[index] : max;
            sum += sums[index];
        }

        return (min, max, sum);
    }

    private static int At(int[]? order, int index) => order is null ? index : order[index];
}
