using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Counts per histogram bucket, between the lowest and the highest bucket seen.</summary>
/// <remarks>One owner writes; readers take the counts by one reference, so that range and counts belong together.</remarks>
internal struct DurationWindow()
{
    private const int ArrayHeaderBytes = 24;

    // Slot 0 holds the bucket of slot 1.
    private static readonly long[] Nothing = [0];

    private long[] _slots = Nothing;

    /// <summary>Gets the bytes that the window holds.</summary>
    public readonly int Bytes => _slots.Length == 1 ? 0 : BytesOf(_slots.Length);

    /// <summary>Counts one value; false when the budget has no room for its bucket.</summary>
    public bool TryCount(int bucket, ByteBudget? budget)
    {
        var slots = _slots;
        var slot = bucket - (int)slots[0] + 1;
        if ((uint)(slot - 1) >= (uint)(slots.Length - 1))
        {
            if (!TryGrow(bucket, budget))
                return false;

            slots = _slots;
            slot = bucket - First(slots) + 1;
        }

        slots[slot]++;
        return true;
    }

    /// <summary>Adds what another window holds; the budget is not asked, for that was paid for elsewhere.</summary>
    public void Add(in DurationWindow other)
    {
        var slots = Volatile.Read(in other._slots);
        if (slots.Length == 1)
            return;

        // Both ends fit after growing to them.
        Grow(First(slots));
        Grow(First(slots) + slots.Length - 2);
        var target = _slots.AsSpan(1 + First(slots) - First(_slots));
        for (var slot = 1; slot < slots.Length; slot++)
            target[slot - 1] += slots[slot];
    }

    public readonly void Clear() => Array.Clear(_slots, 1, _slots.Length - 1);

    /// <summary>Makes a histogram of the counts and of what the caller knows beside them.</summary>
    public readonly ExponentialHistogram ToHistogram(double sum, double shortest, double longest)
    {
        var used = _slots.Length - 1 - _slots.AsSpan(1).Count(0L);
        var (indices, counts) = (new int[used], new long[used]);
        for (int slot = 1, i = 0; slot < _slots.Length; slot++)
        {
            if (_slots[slot] > 0)
                (indices[i], counts[i++]) = (First(_slots) + slot - 1, _slots[slot]);
        }

        return new(indices, counts, 0, sum, shortest, longest);
    }

    private bool TryGrow(int bucket, ByteBudget? budget)
    {
        var (first, length) = Covering(bucket);
        if (budget?.TryTake(BytesOf(length) - Bytes) == false)
            return false;

        Move(first, length);
        return true;
    }

    private void Grow(int bucket)
    {
        var (first, length) = Covering(bucket);
        if (length != _slots.Length)
            Move(first, length);
    }

    private void Move(int first, int length)
    {
        var slots = new long[length];
        slots[0] = first;
        _slots.AsSpan(1).CopyTo(slots.AsSpan(1 + (_slots.Length == 1 ? 0 : First(_slots) - first)));
        Volatile.Write(ref _slots, slots);
    }

    // Whole octaves, so that neighbouring durations do not grow the window one bucket at a time.
    private readonly (int First, int Length) Covering(int bucket)
    {
        var lowest = bucket & -ExponentialBuckets.PerOctave;
        var highest = bucket | (ExponentialBuckets.PerOctave - 1);
        if (_slots.Length > 1)
        {
            lowest = Math.Min(lowest, First(_slots));
            highest = Math.Max(highest, First(_slots) + _slots.Length - 2);
        }

        return (lowest, highest - lowest + 2);
    }

    private static int First(long[] slots) => (int)slots[0];

    private static int BytesOf(int length) => ArrayHeaderBytes + (length * sizeof(long));
}
