using System.Collections.Immutable;

namespace MoniGo.Storage;

/// <summary>The times of a source's rows, and the runs of the process they belong to; never changes.</summary>
/// <remarks>
/// Rows are in order of (time, epoch, sequence). A raw row is a tick. A rolled-up row is a window and has the time of its end;
/// a window has several rows where the process restarted in it or a counter fell. Times are .NET ticks, UTC.
/// </remarks>
internal sealed class RowAxis
{
    /// <summary>Makes an axis; the runs cover all rows without gap or overlap.</summary>
    public RowAxis(long[] times, ImmutableArray<RowRun> runs) => (Times, Runs) = (times, runs);

    /// <summary>Gets the axis without rows.</summary>
    public static RowAxis Empty { get; } = new([], []);

    /// <summary>Gets the number of rows.</summary>
    public int Count => Times.Length;

    /// <summary>Gets the time of each row; never changed once it is here.</summary>
    public long[] Times { get; }

    /// <summary>Gets the runs in order of their rows.</summary>
    public ImmutableArray<RowRun> Runs { get; }
}
