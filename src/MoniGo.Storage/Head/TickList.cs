namespace MoniGo.Storage;

/// <summary>The ticks of one stream in the order in which they were added.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class TickList
{
    private readonly List<long> _times = new(1);
    private readonly RunBuilder _runs = new();
    private (long Time, long Epoch, long Sequence) _last = (long.MinValue, 0, 0);

    /// <summary>Gets the number of ticks.</summary>
    public int Count => _times.Count;

    /// <summary>Gets whether ticks were added in order of (time, epoch, sequence).</summary>
    public bool IsInOrder { get; private set; } = true;

    /// <summary>Gets the memory in use, estimated.</summary>
    public long Bytes => HeadWeight.TickList + (sizeof(long) * (long)_times.Capacity) + (RunBuilder.RunBytes * (long)_runs.Capacity);

    public void Add(long time, long epoch, long sequence)
    {
        var tick = (time, epoch, sequence);
        IsInOrder &= tick.CompareTo(_last) >= 0;
        _last = tick;
        _runs.Add(_times.Count, epoch, sequence);
        _times.Add(time);
    }

    /// <summary>Copies the ticks as they were added.</summary>
    public RowAxis ToAxis() => new([.. _times], _runs.ToRuns());

    /// <summary>Brings the rows of an axis in order.</summary>
    /// <returns>The axis in order, and where each row went.</returns>
    public static (RowAxis Axis, int[] Places) Sort(RowAxis axis)
    {
        var ticks = Ticks(axis);
        Array.Sort(ticks);
        var runs = new RunBuilder();
        var (times, places) = (new long[ticks.Length], new int[ticks.Length]);
        for (var i = 0; i < ticks.Length; i++)
        {
            runs.Add(i, ticks[i].Epoch, ticks[i].Sequence);
            (times[i], places[ticks[i].Row]) = (ticks[i].Time, i);
        }

        return (new(times, runs.ToRuns()), places);
    }

    private static (long Time, long Epoch, long Sequence, int Row)[] Ticks(RowAxis axis) =>
        [.. from run in axis.Runs from row in Enumerable.Range(run.FirstRow, run.Count) select (axis.Times[row], run.Epoch, run.SequenceOf(row), row)];
}
