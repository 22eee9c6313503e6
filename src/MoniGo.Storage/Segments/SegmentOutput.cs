namespace MoniGo.Storage;

/// <summary>Gathers the small pieces of a segment and hands them to the file in larger ones.</summary>
internal sealed class SegmentOutput(IWritableFile file)
{
    private const int BufferLength = 64 * 1024;

    private readonly ByteWriter _buffer = new(BufferLength);
    private long _handed;

    /// <summary>Gets where the next byte will stand.</summary>
    public long Place => _handed + _buffer.Length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length + bytes.Length > BufferLength)
            Flush();

        if (bytes.Length >= BufferLength)
            Hand(bytes);
        else
            _buffer.Bytes(bytes);
    }

    public void Flush()
    {
        Hand(_buffer.Written);
        _buffer.Clear();
    }

    private void Hand(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.IsEmpty)
            file.Append(bytes);

        _handed += bytes.Length;
    }
}
