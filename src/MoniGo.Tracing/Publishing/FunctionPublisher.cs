using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Sums the slabs of all threads, once per tick, and adds every called function to the snapshot.</summary>
/// <remarks>Not thread-safe; the ticker never calls it concurrently.</remarks>
internal sealed class FunctionPublisher(FunctionTracer tracer, TimeProvider time)
{
    private static readonly SeriesKey DroppedFunctions = new(OwnInstruments.Dropped, TagSet.Of("reason", "functions"));
    private static readonly SeriesKey Evictions = new(FunctionInstruments.Evictions, TagSet.Empty);

    private readonly FunctionCell _sum = new();
    private readonly FunctionEviction _eviction = new(tracer.Functions);
    private readonly List<FunctionSeries?> _series = [];
    private long _tick;

    public void Publish(SnapshotBuilder builder)
    {
        _tick++;
        tracer.Slabs.BuryOrphans(tracer.Functions, tracer.Flights);
        tracer.Allowance.Renew();
        var moment = TickMoment.Now(time, tracer.Clock);
        tracer.LiveFrames.LetGo(moment);
        var functions = tracer.Functions.All;
        for (var slot = 0; slot < functions.Length; slot++)
        {
            if (SeriesIn(slot, functions[slot]) is { } series)
                PublishFunction(builder, series, moment);
        }

        builder.Add(DroppedFunctions, TallyOf(tracer.Functions.Overflow).Started);
        builder.Add(Evictions, _eviction.Count);
        _eviction.Run(_series, _tick);
    }

    private FunctionSeries? SeriesIn(int slot, Function? function)
    {
        if (slot == _series.Count)
            _series.Add(null);

        if (_series[slot]?.Function != function)
            _series[slot] = function is null ? null : new FunctionSeries(function, _tick);

        return _series[slot];
    }

    private void PublishFunction(SnapshotBuilder builder, FunctionSeries series, TickMoment moment)
    {
        var tally = TallyOf(series.Function);
        if (tally.Started == 0)
            return;

        if (tally.Finished != series.Tally.Finished)
        {
            Sum(series.Function);
            series.Update(_sum, moment);
        }

        series.Update(tally, _tick, moment);
        series.Publish(builder, moment);
        series.Function.Selection.Renew(SlowBar.Of(tracer.Settings, series.OwnPercentile, moment.SecondsPerTick));
    }

    private FunctionTally TallyOf(Function function)
    {
        var tally = default(FunctionTally).With(function.Shared);
        foreach (var slab in tracer.Slabs.Current)
        {
            if (CellIn(slab, function) is { } cell)
                tally = tally.With(cell);
        }

        return tally;
    }

    private void Sum(Function function)
    {
        _sum.Clear();
        _sum.Absorb(function.Shared);
        foreach (var slab in tracer.Slabs.Current)
        {
            if (CellIn(slab, function) is { } cell)
                _sum.Absorb(cell);
        }
    }

    private static FunctionCell? CellIn(ThreadSlab slab, Function function)
    {
        var cells = slab.Cells;
        return function.Slot < cells.Length ? Volatile.Read(in cells[function.Slot]) : null;
    }
}
