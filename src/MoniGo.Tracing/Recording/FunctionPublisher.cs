using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Sums the slabs of all threads, once per tick, and adds every called function to the snapshot.</summary>
/// <remarks>Not thread-safe; the ticker never calls it concurrently.</remarks>
internal sealed class FunctionPublisher(FunctionTracer tracer, TimeProvider time)
{
    private static readonly SeriesKey DroppedFunctions = new(OwnInstruments.Dropped, TagSet.Of("reason", "functions"));

    private readonly FunctionCell _sum = new();
    private readonly List<FunctionSeries> _series = [];

    public void Publish(SnapshotBuilder builder)
    {
        tracer.Slabs.BuryOrphans(tracer.Functions);
        var functions = tracer.Functions.All;
        var moment = new TickMoment(time.GetUtcNow(), tracer.Clock.Now(), tracer.Clock.SecondsPerTick);
        for (var id = 0; id < functions.Length; id++)
        {
            if (id == _series.Count)
                _series.Add(new FunctionSeries(functions[id]));

            PublishFunction(builder, _series[id], functions[id], moment);
        }

        builder.Add(DroppedFunctions, TallyOf(tracer.Functions.Overflow).Started);
    }

    private void PublishFunction(SnapshotBuilder builder, FunctionSeries series, Function function, TickMoment moment)
    {
        var tally = TallyOf(function);
        if (tally.Started == 0)
            return;

        if (tally.Finished != series.Finished)
        {
            Sum(function);
            series.Update(_sum, moment);
        }

        series.UpdateStart(tally.LastStart, moment);

        // A call that began on a thread we had read, and ended on one we had not, would count as less than none.
        series.Publish(builder, active: Math.Max(0, tally.Started - tally.Finished));
    }

    private Tally TallyOf(Function function)
    {
        var tally = default(Tally).With(function.Shared);
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
        return function.Id < cells.Length ? Volatile.Read(in cells[function.Id]) : null;
    }

    private readonly record struct Tally(long Started, long Finished, long LastStart)
    {
        public Tally With(FunctionCell cell)
        {
            cell.ReadCounts(out var started, out var finished);
            return new(Started + started, Finished + finished, Math.Max(LastStart, cell.LastStart));
        }
    }
}
