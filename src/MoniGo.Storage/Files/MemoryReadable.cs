namespace MoniGo.Storage;

/// <summary>Bytes in memory that are read like a file.</summary>
internal sealed class MemoryReadable(ReadOnlyMemory<byte> bytes) : IReadableFile
{
    public long Length => bytes.Length;

    public int Read(long offset, Span<byte> into)
    {
        if (offset < 0 || offset >= bytes.Length)
            return 0;

        var from = bytes.Span[(int)offset..];
        from = from[..Math.Min(from.Length, into.Length)];
        from.CopyTo(into);
        return from.Length;
    }

    public void Dispose()
    {
        // The memory goes with its last reader.
    }
}
