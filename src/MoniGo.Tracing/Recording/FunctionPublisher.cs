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

        builder.Add(DroppedFunctions, StartedOf(tracer.Functions.Overflow));
    }

    private void PublishFunction(SnapshotBuilder builder, FunctionSeries series, Function function, TickMoment moment)
    {
        // Ends before starts: a call counted as ended has begun, whichever threads it ran on, so "running" is never negative.
        if (FinishedOf(function) != series.Finished)
        {
            Sum(function);
            series.Update(_sum, moment);
        }

        var started = StartedOf(function);
        if (started == 0)
            return;

        series.UpdateStart(LastStartOf(function), moment);
        series.Publish(builder, started - series.Finished);
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

    private long FinishedOf(Function function)
    {
        var finished = function.Shared.Finished;
        foreach (var slab in tracer.Slabs.Current)
            finished += CellIn(slab, function)?.Finished ?? 0;

        return finished;
    }

    private long StartedOf(Function function)
    {
        var started = function.Shared.Started;
        foreach (var slab in tracer.Slabs.Current)
            started += CellIn(slab, function)?.Started ?? 0;

        return started;
    }

    private long LastStartOf(Function function)
    {
        var last = function.Shared.LastStart;
        foreach (var slab in tracer.Slabs.Current)
            last = Math.Max(last, CellIn(slab, function)?.LastStart ?? 0);

        return last;
    }

    private static FunctionCell? CellIn(ThreadSlab slab, Function function)
    {
        var cells = slab.Cells;
        return function.Id < cells.Length ? Volatile.Read(in cells[function.Id]) : null;
    }
}
