using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>The latest kept call of each of a few histogram buckets.</summary>
/// <remarks>Thread-safe. Of more buckets than it has room for, those whose calls are oldest give way.</remarks>
internal sealed class CallExemplars
{
    /// <summary>Calls held at most.</summary>
    public const int MaxCount = 8;

    private readonly Lock _gate = new();
    private Entry[] _entries = [];
    private ImmutableArray<Exemplar> _told = [];
    private bool _isChanged;

    public void Add(long duration, double seconds, long end, string traceId, string spanId)
    {
        var entry = new Entry(ExponentialBuckets.IndexOf(seconds), duration, end, traceId, spanId);
        lock (_gate)
        {
            _entries = [.. _entries.Where(other => other.Bucket != entry.Bucket).OrderByDescending(other => other.End).Take(MaxCount - 1), entry];
            _isChanged = true;
        }
    }

    /// <summary>Tells them as exemplars, by value; the same array while nothing changed.</summary>
    public ImmutableArray<Exemplar> Tell(TickMoment moment)
    {
        lock (_gate)
        {
            if (_isChanged)
                _told = [.. _entries.OrderBy(entry => entry.Duration).Select(entry => entry.Tell(moment))];

            _isChanged = false;
            return _told;
        }
    }

    private readonly record struct Entry(int Bucket, long Duration, long End, string TraceId, string SpanId)
    {
        public Exemplar Tell(TickMoment moment) => new(Duration * moment.SecondsPerTick, moment.ToTime(End), TraceId, SpanId);
    }
}
