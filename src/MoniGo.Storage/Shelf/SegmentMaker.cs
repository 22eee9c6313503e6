using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Makes segments: in the directory when there is one, else in memory.</summary>
internal sealed class SegmentMaker(IFileLayer files, StoreHealth health)
{
    private readonly SeriesTableCache _tables = new();

    /// <summary>Makes a segment of rows; null when there are none.</summary>
    public Segment? Make(
        StoreDirectory? directory, Tier tier, SegmentFlags flags, long number, IReadOnlyList<(StreamId Stream, IRowSource Rows)> streams)
    {
        bool Write(IWritableFile file) => SegmentWriter.Write(file, tier, flags, streams) > 0;

        var times = streams.Where(stream => stream.Rows.Axis.Count > 0).Select(stream => stream.Rows.Axis.Times[0]).ToList();
        if (times.Count == 0)
            return null;

        if (directory is null)
        {
            var memory = new MemoryFile();
            return Write(memory) && memory.ToReadable() is { } bytes
                ? Made(number, bytes, $"segment {number} in memory", null, bytes)
                : null;
        }

        var path = directory.SegmentPath(tier, new(times.Min(), TimeSpan.Zero), number);
        return directory.WriteWhole(path, Write) ? OpenMade(directory, number, path) : null;
    }

    /// <summary>Writes a segment that is in memory into the directory.</summary>
    public Segment Bring(StoreDirectory directory, Segment inMemory, long number)
    {
        var path = directory.SegmentPath(inMemory.Tier, inMemory.Reader.First, number);
        directory.WriteWhole(path, file => Copy(inMemory.Memory!, file));
        return OpenMade(directory, number, path);
    }

    /// <summary>Opens a segment of the directory.</summary>
    /// <exception cref="DamagedDataException">It cannot be used.</exception>
    public Segment Open(long number, string path) => Made(number, files.OpenRead(path), Path.GetFileName(path), path, null);

    private Segment OpenMade(StoreDirectory directory, long number, string path)
    {
        try
        {
            return Open(number, path);
        }
        catch
        {
            directory.Discard(path);
            throw;
        }
    }

    private static bool Copy(IReadableFile from, IWritableFile to)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = from.Read(to.Length, buffer)) > 0;)
            to.Append(buffer.AsSpan(0, read));

        return true;
    }

    private Segment Made(long number, IReadableFile file, string name, string? path, IReadableFile? memory)
    {
        var isDamaged = new StrongBox<bool>();
        var reader = SegmentReader.Open(file, _tables, Tell);
        return new(number, reader, path, memory) { Damage = isDamaged };

        void Tell(string what)
        {
            isDamaged.Value = true;
            health.Damage($"{name}: {what}");
        }
    }
}
