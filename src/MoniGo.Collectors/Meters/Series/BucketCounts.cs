using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Counts for every bucket of <see cref="ExponentialBuckets"/>, with memory only for octaves in use.</summary>
/// <remarks>
/// Eight groups of sixteen octaves of sixteen buckets. A block is made on first use, put in place by compare-and-swap and never
/// moved, so increments need no lock and none is lost. A typical latency series takes about 1 KiB; all 2 048 buckets take 20 KiB.
/// </remarks>
internal sealed class BucketCounts
{
    /// <summary>Number of buckets.</summary>
    public const int Length = ExponentialBuckets.MaxIndex - ExponentialBuckets.MinIndex + 1;

    private const int GroupLength = 16;
    private const int BlockLength = ExponentialBuckets.PerOctave;

    private readonly long[]?[]?[] _groups = new long[]?[]?[Length / GroupLength / BlockLength];

    /// <summary>Counts one value into a bucket.</summary>
    public void Increment(int index)
    {
        var position = (uint)(index - ExponentialBuckets.MinIndex); // unsigned, so that the divisions are shifts
        var group = Volatile.Read(ref _groups[position / (GroupLength * BlockLength)]);
        var block = group is null ? null : Volatile.Read(ref group[position / BlockLength % GroupLength]);
        block ??= MakeBlock(position);
        Interlocked.Increment(ref block[position % BlockLength]);
    }

    /// <summary>Adds up all buckets.</summary>
    public long Total()
    {
        long total = 0;
        foreach (var group in _groups)
        {
            foreach (var block in group ?? [])
            {
                for (var i = 0; block is not null && i < block.Length; i++)
                    total += Volatile.Read(ref block[i]);
            }
        }

        return total;
    }

    /// <summary>Copies what the used buckets hold, in ascending order, and gives their number.</summary>
    public int CopyTo(Span<int> indices, Span<long> counts)
    {
        var used = 0;
        for (var octave = 0; octave < Length / BlockLength; octave++)
        {
            if (_groups[octave / GroupLength]?[octave % GroupLength] is not { } block)
                continue;

            for (var i = 0; i < block.Length; i++)
            {
                var count = Volatile.Read(ref block[i]);
                if (count > 0)
                    (indices[used], counts[used++]) = (ExponentialBuckets.MinIndex + (octave * BlockLength) + i, count);
            }
        }

        return used;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long[] MakeBlock(uint position)
    {
        ref var group = ref _groups[position / (GroupLength * BlockLength)];
        if (group is null)
            Interlocked.CompareExchange(ref group, new long[]?[GroupLength], null);

        ref var block = ref group[position / BlockLength % GroupLength];
        return Interlocked.CompareExchange(ref block, new long[BlockLength], null) ?? block;
    }
}
