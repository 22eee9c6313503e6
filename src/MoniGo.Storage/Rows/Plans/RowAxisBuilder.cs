using System.Collections.Immutable;

namespace MoniGo.Storage;

/// <summary>Builds an axis row by row and finds its runs.</summary>
internal sealed class RowAxisBuilder(int capacity)
{
    private readonly List<long> _times = new(capacity);
    private readonly ImmutableArray<RowRun>.Builder _runs = ImmutableArray.CreateBuilder<RowRun>();

    public int Count => _times.Count;

    /// <summary>Adds a row; rows come in order.</summary>
    public void Add(RowKey key)
    {
        if (_runs.Count > 0 && Extended(_runs[^1], key) is { } run)
            _runs[^1] = run;
        else
            _runs.Add(new(_times.Count, 1, key.Epoch, key.Sequence, 1));

        _times.Add(key.Time);
    }

    public RowAxis Build() => new([.. _times], _runs.ToImmutable());

    private static RowRun? Extended(RowRun run, RowKey key)
    {
        var stride = key.Sequence - run.SequenceOf(run.End - 1);
        if (key.Epoch != run.Epoch || stride <= 0 || (run.Count > 1 && stride != run.Stride))
            return null;

        return run with { Count = run.Count + 1, Stride = stride };
    }
}
