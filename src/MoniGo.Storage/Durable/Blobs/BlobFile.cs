using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>One blob as a file: what it is, then its content (FORMAT.md, "Blobs").</summary>
internal static class BlobFile
{
    private const uint Version = 1;
    private const int HeadBytes = 20;  // magic, version, length and checksum of the header
    private const int MaxText = 1024;
    private const int MaxHeader = 64 * 1024;

    private static ReadOnlySpan<byte> Magic => "MoniGoBl"u8;

    /// <summary>Writes and syncs a whole file.</summary>
    public static void Write(IFileLayer files, string path, Blob blob)
    {
        using var file = files.Create(path);
        file.Append(Start(blob).Written);
        file.Append(blob.Content.Span);
        file.Sync();
    }

    /// <summary>Reads what a blob is, without its content.</summary>
    /// <exception cref="DamagedDataException">The file is not what was written, as far as this can be told without reading all of it.</exception>
    public static Blob ReadInfo(IFileLayer files, string path, string id)
    {
        using var file = files.OpenRead(path);
        return ReadStart(file, id, out _, out _);
    }

    /// <summary>Reads a blob with its content.</summary>
    /// <exception cref="DamagedDataException">The file is not what was written.</exception>
    public static Blob Read(IFileLayer files, string path, string id)
    {
        using var file = files.OpenRead(path);
        var blob = ReadStart(file, id, out var start, out var checksum);
        var content = Bytes(file, start, checked((int)blob.Length));
        return Crc32C.Of(content) == checksum
            ? blob with { Content = content }
            : throw new DamagedDataException("Its content is damaged.");
    }

    private static ByteWriter Start(Blob blob)
    {
        var header = new ByteWriter();
        header.Text(Cut(blob.Info.Kind));
        header.Text(Cut(blob.Info.FileName));
        header.Text(Cut(blob.Info.ContentType));
        header.Varint((ulong)blob.Info.Created.UtcTicks);
        header.Varint((ulong)blob.Content.Length);
        header.UInt32(Crc32C.Of(blob.Content.Span));

        var start = new ByteWriter();
        start.Bytes(Magic);
        start.UInt32(Version);
        start.UInt32((uint)header.Length);
        start.UInt32(Crc32C.Of(header.Written));
        start.Bytes(header.Written);
        return start;
    }

    private static Blob ReadStart(IReadableFile file, string id, out int start, out uint checksum)
    {
        var head = new ByteReader(Bytes(file, 0, HeadBytes));
        if (!head.Bytes(Magic.Length).SequenceEqual(Magic))
            throw new DamagedDataException("It does not begin as a blob does.");

        if (head.UInt32() is not Version and var version)
            throw new DamagedDataException($"It is of version {version}; version {Version} is the one known here.");

        var (length, sum) = (head.UInt32(), head.UInt32());
        if (length > MaxHeader)
            throw new DamagedDataException("Its header is damaged.");

        var header = Bytes(file, HeadBytes, (int)length);
        if (Crc32C.Of(header) != sum)
            throw new DamagedDataException("Its header is damaged.");

        start = HeadBytes + header.Length;
        return ReadHeader(header, id, file.Length - start, out checksum);
    }

    private static Blob ReadHeader(byte[] header, string id, long contentLength, out uint checksum)
    {
        var from = new ByteReader(header);
        var info = new BlobInfo(from.Text(), from.Text(), from.Text(), from.Time());
        var length = from.Varint();
        checksum = from.UInt32();
        return length == (ulong)contentLength
            ? new(id, info, contentLength, default)
            : throw new DamagedDataException($"Its content has {contentLength} bytes instead of {length}.");
    }

    private static byte[] Bytes(IReadableFile file, long offset, int count)
    {
        if (count > file.Length - offset) // before anything of that size is allocated
            throw new DamagedDataException("It is cut short.");

        var bytes = new byte[count];
        return file.Read(offset, bytes) == count ? bytes : throw new DamagedDataException("It is cut short.");
    }

    private static string Cut(string text) => text.Length <= MaxText ? text : text[..MaxText];
}
