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

    /// <summary>Gets the memory in use, estimated.</summary>
    public long Bytes => throw new NotSupportedException();

    public int Ticks => throw new NotSupportedException();

    /// <summary>Gets the number of series of all streams.</summary>
    public int SeriesCount => throw new NotSupportedException();

    /// <summary>Gets the time of the earliest tick; null when empty.</summary>
    public DateTimeOffset? First => throw new NotSupportedException();

    /// <summary>Gets the time of the latest tick; null when empty.</summary>
    public DateTimeOffset? Last => throw new NotSupportedException();

    public IReadOnlyCollection<StreamId> Streams => throw new NotSupportedException();

    /// <summary>Adds a tick, in whatever order of time.</summary>
    public void Add(StreamId stream, Snapshot snapshot) => throw new NotSupportedException();

    /// <summary>Pictures the rows of a stream as they are now, in order; null when it has none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="instrument">Only the series of this instrument; null for all.</param>
    public IRowSource? Find(StreamId stream, string? instrument = null) => throw new NotSupportedException();
}
