using System.Buffers;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Reads a segment (FORMAT.md, "Segments"): the trailer and the directory at once, chunks as they are asked for.</summary>
/// <remarks>Thread-safe. Holds the file open until disposed; what it answers afterwards is nothing, without an exception.</remarks>
internal sealed class SegmentReader : IDisposable
{
    // A segment of one process ends within this, so opening takes one read beside that of the header.
    private const int TailLength = 16 * 1024;

    // Longer directories, those of hubs, are read again when the collector took them.
    private const int MostKept = 64 * 1024;

    private readonly SegmentFile _file;
    private readonly SegmentTrailer _trailer;
    private readonly SeriesTableCache _tables;
    private readonly SegmentDirectory? _kept;
    private readonly WeakReference<SegmentDirectory> _directory;
    private readonly WeakReference<SegmentRows?> _latest = new(null);

    private SegmentReader(SegmentFile file, SegmentTrailer trailer, SegmentDirectory directory, SeriesTableCache tables)
    {
        (_file, _trailer, _tables, _directory) = (file, trailer, tables, new(directory));
        _kept = directory.Bytes.Length <= MostKept ? directory : null;
    }

    public Tier Tier => _trailer.Tier;

    public SegmentFlags Flags => _trailer.Flags;

    /// <summary>Gets the size of the file.</summary>
    public long Bytes => _trailer.DirectoryPlace + _trailer.DirectoryLength + SegmentTrailer.Length;

    /// <summary>Gets the time of the first row of all streams.</summary>
    public DateTimeOffset First => new(_trailer.FirstTime, TimeSpan.Zero);

    /// <summary>Gets the time of the last row of all streams.</summary>
    public DateTimeOffset Last => new(_trailer.LastTime, TimeSpan.Zero);

    /// <summary>Gets the streams it holds; they are listed anew each time.</summary>
    public IReadOnlyList<StreamId> Streams => Ask("the directory", ListStreams) ?? [];

    /// <summary>Opens a segment and checks trailer and directory; tables are checked when first used.</summary>
    /// <param name="file">The bytes; the reader owns them from here on, also when this throws.</param>
    /// <param name="tables">Shares equal tables between segments.</param>
    /// <param name="damaged">Told once per damaged chunk, in words for people.</param>
    /// <exception cref="DamagedDataException">The file is cut, garbage, or of another version.</exception>
    /// <exception cref="IOException">The file cannot be read now, which says nothing about its bytes.</exception>
    public static SegmentReader Open(IReadableFile file, SeriesTableCache tables, Action<string> damaged)
    {
        var shared = new SegmentFile(file, damaged);
        try
        {
            var (trailer, directory) = ReadEnds(file);
            return new(shared, trailer, directory, tables);
        }
        catch
        {
            shared.Dispose();
            throw;
        }
    }

    /// <summary>Finds the rows of a stream; null when it has none here, or its axis or table is damaged.</summary>
    public IRowSource? Find(StreamId stream)
    {
        var what = $"Stream {stream}";
        return Ask(what, () => _latest.TryGetTarget(out var latest) && latest.Stream == stream ? latest : ReadRows(stream));
    }

    /// <summary>Reads only the runs of a stream, which tell what was taken; cheap.</summary>
    public IReadOnlyList<RowRun> RunsOf(StreamId stream) => Ask($"Stream {stream}", () =>
        Directory() is var directory && directory.Find(stream.Value) is >= 0 and var at ? (IReadOnlyList<RowRun>)StreamEntry.ReadRuns(directory, at) : null) ?? [];

    public void Dispose() => _file.Dispose();

    private static (SegmentTrailer Trailer, SegmentDirectory Directory) ReadEnds(IReadableFile file)
    {
        var length = file.Length;
        if (length < SegmentTrailer.HeaderLength + SegmentTrailer.Length)
            throw new DamagedDataException($"It has only {length} bytes.");

        Span<byte> header = stackalloc byte[SegmentTrailer.HeaderLength];
        SegmentFile.ReadAll(file, 0, header);
        var buffer = ArrayPool<byte>.Shared.Rent(TailLength);
        try
        {
            var tail = buffer.AsSpan(0, (int)Math.Min(length, TailLength));
            SegmentFile.ReadAll(file, length - tail.Length, tail);
            var trailer = SegmentTrailer.Read(header, tail[^SegmentTrailer.Length..], length);
            return (trailer, ReadDirectory(file, trailer, tail[..^SegmentTrailer.Length]));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static SegmentDirectory ReadDirectory(IReadableFile file, SegmentTrailer trailer, ReadOnlySpan<byte> tail)
    {
        var bytes = new byte[trailer.DirectoryLength];
        if (bytes.Length <= tail.Length)
            tail[^bytes.Length..].CopyTo(bytes);
        else
            SegmentFile.ReadAll(file, trailer.DirectoryPlace, bytes);

        return Checked(bytes, trailer);
    }

    private static SegmentDirectory Checked(byte[] bytes, SegmentTrailer trailer) => Crc32C.Of(bytes) == trailer.DirectoryCrc
        ? new(bytes, trailer.DirectoryPlace)
        : throw new DamagedDataException("The checksum of its directory differs.");

    /// <summary>Answers while the file is held open; null once disposed, and when the answer is damaged, which is told.</summary>
    private T? Ask<T>(string what, Func<T?> answer)
        where T : class
    {
        if (!_file.TryEnter())
            return null;

        try
        {
            return answer();
        }
        catch (DamagedDataException damage)
        {
            _file.Tell(what, damage);
            return null;
        }
        finally
        {
            _file.Leave();
        }
    }

    private SegmentDirectory Directory()
    {
        if (_kept is not null)
            return _kept;

        if (_directory.TryGetTarget(out var directory))
            return directory;

        var bytes = new byte[_trailer.DirectoryLength];
        _file.Read(_trailer.DirectoryPlace, bytes);
        _directory.SetTarget(directory = Checked(bytes, _trailer));
        return directory;
    }

    private StreamId[] ListStreams()
    {
        var directory = Directory();
        var streams = new StreamId[directory.StreamCount];
        for (var i = 0; i < streams.Length; i++)
            streams[i] = new(directory.NameAt(i));

        return streams;
    }

    private SegmentRows? ReadRows(StreamId stream)
    {
        var directory = Directory();
        var at = directory.Find(stream.Value);
        if (at < 0)
            return null;

        var entry = StreamEntry.Read(directory, at, _trailer.DirectoryPlace);
        if (FindTable(directory.TableAt(entry.Table)) is not { } table)
            return null;

        var rows = new SegmentRows(_file, directory, stream, entry, table, ReadAxis(entry, directory), Tier != Tier.Raw);
        _latest.SetTarget(rows);
        return rows;
    }

    private SeriesTable? FindTable(TableEntry entry)
    {
        try
        {
            return ReadTable(entry);
        }
        catch (DamagedDataException damage)
        {
            _file.Tell($"The table of series at byte {entry.Place}", damage); // once, however many streams have it
            return null;
        }
    }

    private SeriesTable ReadTable(TableEntry entry)
    {
        var bytes = new byte[entry.Length];
        _file.Read(entry.Place, bytes);
        if (Crc32C.Of(bytes) != entry.Crc)
            throw new DamagedDataException("Its checksum differs.");

        var table = _tables.Get(bytes, like => TableCodec.Read(bytes, like));
        return table.Series.Length == entry.Series ? table : throw new DamagedDataException("It has another length than the directory says.");
    }

    private RowAxis ReadAxis(StreamEntry entry, SegmentDirectory directory)
    {
        var axis = AxisCodec.Read(_file.Read(entry.Axis, directory, new byte[entry.Axis.Length]));
        var rows = entry.Runs.IsEmpty ? 0 : entry.Runs[^1].End;
        return axis.Count == rows ? axis : throw new DamagedDataException("Its axis has another length than its runs.");
    }
}
