using System.Runtime.InteropServices;

namespace MoniGo.Storage;

/// <summary>Which row of a merge each row of several sources becomes.</summary>
internal sealed class MergePlan
{
    private readonly int[]?[] _rows;
    private readonly int[] _offsets;

    private MergePlan(RowAxis axis, int[]?[] rows, int[] offsets) => (Axis, _rows, _offsets) = (axis, rows, offsets);

    /// <summary>Gets the rows of the merge.</summary>
    public RowAxis Axis { get; }

    /// <summary>Plans a merge of sources that have rows.</summary>
    public static MergePlan Of(IReadOnlyList<IRowSource> sources)
    {
        var keys = sources.Select(source => RowKey.Of(source.Axis)).ToArray();
        return HaveSharedRuns(sources) ? Interleave(sources, keys) : InRow(keys) ?? Interleave(sources, keys);
    }

    /// <summary>Gives the row of the merge; -1 where another source shows it.</summary>
    public int RowOf(int part, int row) => _rows[part] is { } rows ? rows[row] : _offsets[part] + row;

    /// <summary>Sources that follow each other are put one behind the other; null when they overlap.</summary>
    private static MergePlan? InRow(RowKey[][] keys)
    {
        var parts = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(parts, (x, y) => RowKey.Compare(keys[x][0], keys[y][0]));
        var (axis, offsets) = (new RowAxisBuilder(keys.Sum(part => part.Length)), new int[keys.Length]);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0 && RowKey.Compare(keys[parts[i - 1]][^1], keys[parts[i]][0]) >= 0)
                return null;

            offsets[parts[i]] = axis.Count;
            foreach (var key in keys[parts[i]])
                axis.Add(key);
        }

        return new(axis.Build(), new int[keys.Length][], offsets);
    }

    private static MergePlan Interleave(IReadOnlyList<IRowSource> sources, RowKey[][] keys)
    {
        var all = new List<(RowKey Key, int Part, int Row)>(keys.Sum(part => part.Length));
        for (var part = 0; part < keys.Length; part++)
            all.AddRange(keys[part].Select((key, row) => (key, part, row)));

        CollectionsMarshal.AsSpan(all).Sort((x, y) => RowKey.Compare(x.Key, y.Key) is not 0 and var order ? order : x.Part - y.Part);
        var (axis, seen) = (new RowAxisBuilder(all.Count), new HashSet<RowKey>(all.Count));
        var rows = Array.ConvertAll(keys, part => new int[part.Length]);
        foreach (var (key, part, row) in all)
        {
            // A tick is known by when it was measured; a roll-up's row is another one in another window.
            var isNew = seen.Add(sources[part].IsRolledUp ? key : key with { Time = -1 });
            rows[part][row] = isNew ? axis.Count : -1;
            if (isNew)
                axis.Add(key);
        }

        return new(axis.Build(), rows, new int[keys.Length]);
    }

    /// <summary>Looks whether two sources have sequence numbers in common, which they may show under different times.</summary>
    private static bool HaveSharedRuns(IReadOnlyList<IRowSource> sources)
    {
        var ranges = new List<(long Epoch, long First, long Last, int Part)>();
        for (var part = 0; part < sources.Count; part++)
        {
            foreach (var run in sources[part].IsRolledUp ? [] : sources[part].Axis.Runs)
            {
                var (x, y) = (run.FirstSequence, run.SequenceOf(run.End - 1));
                ranges.Add((run.Epoch, Math.Min(x, y), Math.Max(x, y), part));
            }
        }

        ranges.Sort();
        for (var i = 1; i < ranges.Count; i++)
        {
            if (ranges[i].Epoch == ranges[i - 1].Epoch && ranges[i].First <= ranges[i - 1].Last && ranges[i].Part != ranges[i - 1].Part)
                return true;
        }

        return false;
    }
}
