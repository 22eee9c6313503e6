using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MoniGo.Storage;

/// <summary>Gathers rows, one after the other, into runs of evenly spaced sequence numbers.</summary>
internal sealed class RunBuilder
{
    public const int RunBytes = 32;

    private readonly List<RowRun> _runs = new(1);

    /// <summary>Gets the number of runs there is room for.</summary>
    public int Capacity => _runs.Capacity;

    /// <summary>Adds the next row.</summary>
    public void Add(int row, long epoch, long sequence)
    {
        if (_runs.Count == 0 || !TryExtend(ref CollectionsMarshal.AsSpan(_runs)[^1], row, epoch, sequence))
            _runs.Add(new(row, 1, epoch, sequence, 1));
    }

    public ImmutableArray<RowRun> ToRuns() => [.. _runs];

    private static bool TryExtend(ref RowRun last, int row, long epoch, long sequence)
    {
        var stride = sequence - last.SequenceOf(row - 1);
        if (last.Epoch != epoch || stride <= 0 || (last.Count > 1 && stride != last.Stride))
            return false;

        last = last with { Count = last.Count + 1, Stride = stride };
        return true;
    }
}
