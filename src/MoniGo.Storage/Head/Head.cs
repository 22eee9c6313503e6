using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Ticks of all streams that are not sealed yet, compressed in blocks of <see cref="BlockRows"/>.</summary>
/// <remarks>
/// Not thread-safe: the store adds under its lock, and takes <see cref="Find"/>'s answer under it too. The answer is a picture of that
/// moment that never changes and is read outside the lock.
/// </remarks>
internal sealed class Head
{
    /// <summary>Rows that are compressed together.</summary>
    public const int BlockRows = 120;

    private readonly Dictionary<StreamId, HeadStream> _streams = [];
    private readonly HeadDesk _desk = new();
    private long _first = long.MaxValue;
    private long _last = long.MinValue;

    /// <summary>Gets the memory in use, estimated.</summary>
    public long Bytes => _desk.Bytes + ((long)HeadWeight.DictionaryEntry * _streams.Capacity);

    public int Ticks { get; private set; }

    /// <summary>Gets the number of series of all streams.</summary>
    public int SeriesCount { get; private set; }

    /// <summary>Gets the time of the earliest tick; null when empty.</summary>
    public DateTimeOffset? First => Ticks == 0 ? null : new(_first, TimeSpan.Zero);

    /// <summary>Gets the time of the latest tick; null when empty.</summary>
    public DateTimeOffset? Last => Ticks == 0 ? null : new(_last, TimeSpan.Zero);

    public IReadOnlyCollection<StreamId> Streams => _streams.Keys;

    /// <summary>Adds a tick, in whatever order of time.</summary>
    /// <remarks>A sample is left out where its series turned from numbers to histograms or back; the next head takes the new kind.</remarks>
    public void Add(StreamId stream, Snapshot snapshot)
    {
        var rows = StreamOf(stream);
        SeriesCount -= rows.SeriesCount;
        rows.Add(snapshot);
        SeriesCount += rows.SeriesCount;
        Ticks++;
        (_first, _last) = (Math.Min(_first, snapshot.Time.UtcTicks), Math.Max(_last, snapshot.Time.UtcTicks));
    }

    /// <summary>Pictures the rows of a stream as they are now, in order; null when it has none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="instrument">Only the series of this instrument; null for all.</param>
    public IRowSource? Find(StreamId stream, string? instrument = null) => _streams.GetValueOrDefault(stream)?.Picture(instrument);

    private HeadStream StreamOf(StreamId stream)
    {
        if (_streams.TryGetValue(stream, out var rows))
            return rows;

        _desk.Bytes += HeadWeight.Of(stream.Value);
        return _streams[stream] = new(_desk);
    }
}
