using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>What one thread knows of one function: cumulative totals that only the thread itself writes.</summary>
/// <remarks>
/// The tick reads without a lock. Each change is published by the write to its counter, which comes last, so a reader that takes the
/// counter first never sees less than it says. On a 32-bit process a reading may tear. A shared cell has a gate instead of an owner:
/// it holds what dead threads left, and the calls for which the byte budget had no room.
/// </remarks>
internal sealed class FunctionCell
{
    /// <summary>Bytes of a cell without its window.</summary>
    public const int Bytes = 112;

    private const int ArrayHeaderBytes = 24;

    // Slot 0 of a window holds the bucket of slot 1, so that readers get range and counts by one reference.
    private static readonly long[] NoWindow = [0];

    private readonly ByteBudget? _budget;
    private readonly Lock? _gate;
    private long[] _window = NoWindow;
    private long _started;
    private long _finished;
    private long _total;
    private long _shortest = long.MaxValue;
    private long _longest;
    private long _allocated;
    private long _lastStart;
    private long _lastEnd;
    private long _lastDuration;

    /// <summary>Makes a cell; without a budget its window is bounded by the bucket layout alone.</summary>
    public FunctionCell(ByteBudget? budget = null, bool shared = false)
    {
        _budget = budget;
        _gate = shared ? new Lock() : null;
    }

    public long Started => Volatile.Read(ref _started);

    public long Finished => Volatile.Read(ref _finished);

    public long Allocated => _allocated;

    public long LastStart => Volatile.Read(ref _lastStart);

    public long LastEnd => _lastEnd;

    public long LastDuration => _lastDuration;

    /// <summary>Gets the bytes that the budget has paid for this cell.</summary>
    public long PaidBytes => Bytes + WindowBytes(_window);

    /// <summary>Reads both counters as they were at one moment, as far as the owner lets us.</summary>
    public void ReadCounts(out long started, out long finished)
    {
        // Between two equal readings of "finished" nothing ended, so what is begun and not ended is running. Calls take far longer than
        // such a gap; the limit is there so that a tick cannot hang on a busy thread.
        var tries = 16;
        do
        {
            finished = Finished;
            started = Started;
        }
        while (finished != Finished && --tries > 0);
    }

    public void Begin(long start)
    {
        if (_gate is not null)
        {
            BeginShared(start);
            return;
        }

        _lastStart = start;
        Volatile.Write(ref _started, _started + 1);
    }

    /// <summary>Records the end of a call; false when the budget has no room for its bucket.</summary>
    public bool TryEnd(long start, long end, long allocated, double secondsPerTick)
    {
        // Where the clock is coarse a call may seem to take no time; it took at least the smallest there is.
        var duration = Math.Max(1, end - start);
        var bucket = ExponentialBuckets.IndexOf(duration * secondsPerTick);
        if (_gate is null)
            return Record(duration, bucket, end, allocated);

        lock (_gate)
            return Record(duration, bucket, end, allocated);
    }

    /// <summary>Adds what another cell holds to this one; the caller owns this one.</summary>
    public void Absorb(FunctionCell other)
    {
        if (other._gate is null)
        {
            Add(other);
            return;
        }

        lock (other._gate)
            Add(other);
    }

    /// <summary>Takes over the cell of a thread that is dead, into this shared one.</summary>
    public void Inherit(FunctionCell orphan)
    {
        lock (_gate!)
        {
            Add(orphan);
            _started += orphan._started;
        }
    }

    public void Clear()
    {
        Array.Clear(_window, 1, _window.Length - 1);
        (_started, _finished, _total, _shortest, _longest) = (0, 0, 0, long.MaxValue, 0);
        (_allocated, _lastStart, _lastEnd, _lastDuration) = (0, 0, 0, 0);
    }

    public ExponentialHistogram ToHistogram(double secondsPerTick)
    {
        var used = _window.AsSpan(1).Length - _window.AsSpan(1).Count(0L);
        var (indices, counts) = (new int[used], new long[used]);
        for (int slot = 1, i = 0; slot < _window.Length; slot++)
        {
            if (_window[slot] > 0)
                (indices[i], counts[i++]) = (FirstBucket(_window) + slot - 1, _window[slot]);
        }

        return new(indices, counts, 0, _total * secondsPerTick, _shortest * secondsPerTick, _longest * secondsPerTick);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginShared(long start)
    {
        lock (_gate!)
        {
            _lastStart = Math.Max(_lastStart, start);
            _started++;
        }
    }

    private bool Record(long duration, int bucket, long end, long allocated)
    {
        var window = _window;
        var slot = bucket - FirstBucket(window) + 1;
        if ((uint)(slot - 1) >= (uint)(window.Length - 1))
        {
            if (!TryGrow(bucket))
                return false;

            window = _window;
            slot = bucket - FirstBucket(window) + 1;
        }

        window[slot]++;
        _total += duration;
        _allocated += allocated;
        if (duration < _shortest)
            _shortest = duration;

        if (duration > _longest)
            _longest = duration;

        (_lastEnd, _lastDuration) = (end, duration);
        Volatile.Write(ref _finished, _finished + 1);
        return true;
    }

    private void Add(FunctionCell other)
    {
        _finished += other.Finished;
        _total += other._total;
        _allocated += other._allocated;
        _shortest = Math.Min(_shortest, other._shortest);
        _longest = Math.Max(_longest, other._longest);
        _lastStart = Math.Max(_lastStart, other._lastStart);
        if (other._lastEnd > _lastEnd)
            (_lastEnd, _lastDuration) = (other._lastEnd, other._lastDuration);

        AddWindow(Volatile.Read(ref other._window));
    }

    private void AddWindow(long[] window)
    {
        if (window.Length == 1)
            return;

        // Both ends fit after growing to them; the budget is not asked, for what is added was paid for elsewhere.
        Grow(FirstBucket(window));
        Grow(FirstBucket(window) + window.Length - 2);
        var target = _window.AsSpan(1 + FirstBucket(window) - FirstBucket(_window));
        for (var slot = 1; slot < window.Length; slot++)
            target[slot - 1] += window[slot];
    }

    private bool TryGrow(int bucket)
    {
        var (first, length) = Covering(_window, bucket);
        if (_budget?.TryTake(WindowBytes(length) - WindowBytes(_window)) == false)
            return false;

        Move(first, length);
        return true;
    }

    private void Grow(int bucket)
    {
        var (first, length) = Covering(_window, bucket);
        if (length != _window.Length)
            Move(first, length);
    }

    private void Move(int first, int length)
    {
        var window = new long[length];
        window[0] = first;
        _window.AsSpan(1).CopyTo(window.AsSpan(1 + (_window.Length == 1 ? 0 : FirstBucket(_window) - first)));
        Volatile.Write(ref _window, window);
    }

    // Whole octaves, so that neighbouring durations do not grow the window one bucket at a time.
    private static (int First, int Length) Covering(long[] window, int bucket)
    {
        var lowest = bucket & -ExponentialBuckets.PerOctave;
        var highest = bucket | (ExponentialBuckets.PerOctave - 1);
        if (window.Length > 1)
        {
            lowest = Math.Min(lowest, FirstBucket(window));
            highest = Math.Max(highest, FirstBucket(window) + window.Length - 2);
        }

        return (lowest, highest - lowest + 2);
    }

    private static int FirstBucket(long[] window) => (int)window[0];

    private static int WindowBytes(long[] window) => window.Length == 1 ? 0 : WindowBytes(window.Length);

    private static int WindowBytes(int length) => ArrayHeaderBytes + (length * sizeof(long));
}
