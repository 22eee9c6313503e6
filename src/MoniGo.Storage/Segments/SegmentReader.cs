using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Reads a segment (FORMAT.md, "Segments"): the trailer and the directory at once, chunks as they are asked for.</summary>
/// <remarks>Thread-safe. Holds the file open until disposed; what it answers afterwards is nothing, without an exception.</remarks>
internal sealed class SegmentReader : IDisposable
{
    private SegmentReader(Tier tier, SegmentFlags flags, long bytes) => (Tier, Flags, Bytes) = (tier, flags, bytes);

    public Tier Tier { get; }

    public SegmentFlags Flags { get; }

    /// <summary>Gets the size of the file.</summary>
    public long Bytes { get; }

    /// <summary>Gets the time of the first row of all streams.</summary>
    public DateTimeOffset First { get; private set; }

    /// <summary>Gets the time of the last row of all streams.</summary>
    public DateTimeOffset Last { get; private set; }

    /// <summary>Gets the streams it holds.</summary>
    public IReadOnlyList<StreamId> Streams => throw new NotSupportedException();

    /// <summary>Opens a segment and checks trailer, tables and directory.</summary>
    /// <param name="file">The bytes; the reader owns them from here on, also when this throws.</param>
    /// <param name="tables">Shares equal tables between segments.</param>
    /// <param name="damaged">Told once per damaged chunk, in words for people.</param>
    /// <exception cref="DamagedDataException">The file is cut, garbage, or of another version.</exception>
    public static SegmentReader Open(IReadableFile file, SeriesTableCache tables, Action<string> damaged) => throw new NotSupportedException();

    /// <summary>Finds the rows of a stream; null when it has none here.</summary>
    public IRowSource? Find(StreamId stream) => throw new NotSupportedException();

    /// <summary>Reads only the runs of a stream, which tell what was taken; cheap.</summary>
    public IReadOnlyList<RowRun> RunsOf(StreamId stream) => throw new NotSupportedException();

    public void Dispose() => throw new NotSupportedException();
}
