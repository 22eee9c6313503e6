using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>What one thread knows of one function: cumulative totals that only the thread itself writes.</summary>
/// <remarks>
/// The tick reads without a lock. Each change is published by the write to its counter, which comes last, so a reader that takes the
/// counter first never sees less than it says. On a 32-bit process a reading may tear. A shared cell has a gate instead of an owner:
/// it holds what dead threads left, and the calls for which the byte budget had no room; those are never sampled.
/// </remarks>
internal sealed class FunctionCell
{
    /// <summary>Bytes of a cell without its window.</summary>
    public const int Bytes = 144;

    private readonly ByteBudget? _budget;
    private readonly Lock? _gate;
    private DurationWindow _window = new();
    private SampleCountdown _countdown;
    private long _started;
    private long _finished;
    private long _total;
    private long _nested;
    private long _unattributed;
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
        if (shared)
            _countdown.Stop();
    }

    public long Started => Volatile.Read(ref _started);

    public long Finished => Volatile.Read(ref _finished);

    public long Allocated => _allocated;

    public long LastStart => Volatile.Read(ref _lastStart);

    public long LastEnd => _lastEnd;

    public long LastDuration => _lastDuration;

    /// <summary>Gets the duration of the calls whose own time is known.</summary>
    public long Attributed => _total - _unattributed;

    /// <summary>Gets the part of <see cref="Attributed"/> that nested calls took.</summary>
    public long Nested => _nested;

    /// <summary>Gets the bytes that the budget has paid for this cell.</summary>
    public long PaidBytes => Bytes + _window.Bytes;

    /// <summary>Gets whether the next call may be one to sample; the owner then asks <see cref="TakeDue"/>.</summary>
    public bool IsDue => _countdown.IsDue(_started);

    /// <summary>Tells whether the next call is the one in N. For the owner only.</summary>
    public bool TakeDue(CallSelection selection) => _countdown.Take(_started, selection);

    /// <summary>Makes the owner look at the function's rate again; from any thread.</summary>
    public void Rearm()
    {
        if (_gate is null)
            _countdown.Rearm();
    }

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
    /// <param name="duration">At least 1 timestamp.</param>
    /// <param name="end">Timestamp of the end.</param>
    /// <param name="allocated">Bytes that the thread allocated; 0 where unknown.</param>
    /// <param name="nested">Time of the traced calls it made, or <see cref="CallStack.Unknown"/>.</param>
    /// <param name="secondsPerTick">Length of a timestamp's unit.</param>
    public bool TryEnd(long duration, long end, long allocated, long nested, double secondsPerTick)
    {
        var bucket = ExponentialBuckets.IndexOf(duration * secondsPerTick);
        if (_gate is null)
            return Record(duration, bucket, end, allocated, nested);

        lock (_gate)
            return Record(duration, bucket, end, allocated, nested);
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
        _window.Clear();
        (_started, _finished, _total, _nested, _unattributed) = (0, 0, 0, 0, 0);
        (_shortest, _longest, _allocated) = (long.MaxValue, 0, 0);
        (_lastStart, _lastEnd, _lastDuration) = (0, 0, 0);
    }

    public ExponentialHistogram ToHistogram(double secondsPerTick) =>
        _window.ToHistogram(_total * secondsPerTick, _shortest * secondsPerTick, _longest * secondsPerTick);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginShared(long start)
    {
        lock (_gate!)
        {
            _lastStart = Math.Max(_lastStart, start);
            _started++;
        }
    }

    private bool Record(long duration, int bucket, long end, long allocated, long nested)
    {
        if (!_window.TryCount(bucket, _budget))
            return false;

        _total += duration;
        _allocated += allocated;
        if (nested >= 0)
            _nested += nested;
        else
            _unattributed += duration;

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
        _nested += other._nested;
        _unattributed += other._unattributed;
        _allocated += other._allocated;
        _shortest = Math.Min(_shortest, other._shortest);
        _longest = Math.Max(_longest, other._longest);
        _lastStart = Math.Max(_lastStart, other._lastStart);
        if (other._lastEnd > _lastEnd)
            (_lastEnd, _lastDuration) = (other._lastEnd, other._lastDuration);

        _window.Add(in other._window);
    }
}
