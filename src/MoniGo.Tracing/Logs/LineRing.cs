using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Holds the latest log lines of all traces until a span that is kept takes its own; the oldest go.</summary>
/// <remarks>Thread-safe; a short lock. Bounded by lines and by bytes; takes no memory until the first line.</remarks>
internal sealed class LineRing(TimeProvider time, int maxLines = 4096, int maxBytes = 2 * 1024 * 1024)
{
    private readonly Lock _gate = new();
    private Slot[] _slots = [];
    private int _first;
    private int _count;
    private int _bytes;

    /// <summary>Gets the bytes in use, estimated.</summary>
    public int Bytes
    {
        get
        {
            lock (_gate)
                return _bytes;
        }
    }

    /// <summary>Gets the number of lines that are held.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    public void Add(in CapturedLine line)
    {
        lock (_gate)
        {
            while (_count == maxLines || (_count > 0 && _bytes + line.Bytes > maxBytes))
                RemoveOldest_NeedsLock();

            if (_count == _slots.Length)
                Grow_NeedsLock();

            // Read within the lock, so that the lines stand in order of time.
            At_NeedsLock(_count++) = new(line, time.GetTimestamp());
            _bytes += line.Bytes;
        }
    }

    /// <summary>Takes the lines of a span out of the ring, in order; of too many the first and the last.</summary>
    public ImmutableArray<LogLine> Take(EndedSpan span, WallClock clock, int most)
    {
        List<LogLine>? taken = null;
        lock (_gate)
        {
            for (var i = _count - 1; i >= 0; i--)
            {
                ref var slot = ref At_NeedsLock(i);
                if (slot.Timestamp < span.Start)
                    break;

                if (slot.Timestamp > span.End || slot.Line is not { } line || !line.IsOf(span))
                    continue;

                (taken ??= []).Add(new(clock.At(slot.Timestamp), line.Level, line.Category, line.Message));
                Clear_NeedsLock(ref slot);
            }
        }

        return taken is null ? [] : InOrder(taken, most);
    }

    // What is taken stands newest first.
    private static ImmutableArray<LogLine> InOrder(List<LogLine> taken, int most)
    {
        if (taken.Count > most)
            taken.RemoveRange(most / 2, taken.Count - most);

        taken.Reverse();
        return ImmutableCollectionsMarshal.AsImmutableArray(taken.ToArray());
    }

    private ref Slot At_NeedsLock(int index) => ref _slots[(_first + index) % _slots.Length];

    private void RemoveOldest_NeedsLock()
    {
        Clear_NeedsLock(ref At_NeedsLock(0));
        _first = (_first + 1) % _slots.Length;
        _count--;
    }

    private void Clear_NeedsLock(ref Slot slot)
    {
        _bytes -= slot.Line?.Bytes ?? 0;
        slot = slot with { Line = null };
    }

    private void Grow_NeedsLock()
    {
        var grown = new Slot[Math.Min(maxLines, Math.Max(64, _slots.Length * 2))];
        for (var i = 0; i < _count; i++)
            grown[i] = At_NeedsLock(i);

        (_slots, _first) = (grown, 0);
    }

    private readonly record struct Slot(CapturedLine? Line, long Timestamp);
}
