namespace MoniGo.Storage;

/// <summary>A file of the machine that is written from front to back.</summary>
internal sealed class PhysicalWritable : IWritableFile
{
    private readonly FileStream _stream;

    /// <summary>Owns the stream, which only keeps the handle open: bytes go past it.</summary>
    public PhysicalWritable(FileStream stream, long length) => (_stream, Length) = (stream, length);

    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(_stream.SafeFileHandle, bytes, Length);
        }
        catch (ObjectDisposedException closed)
        {
            throw new IOException("The file is closed.", closed);
        }

        Length += bytes.Length;
    }

    public void Sync()
    {
        try
        {
            RandomAccess.FlushToDisk(_stream.SafeFileHandle);
        }
        catch (ObjectDisposedException closed)
        {
            throw new IOException("The file is closed.", closed);
        }
    }

    public void Dispose() => _stream.Dispose();
}
