namespace MoniGo.Storage;

/// <summary>A file in memory, for segments that cannot or shall not be on disk.</summary>
internal sealed class MemoryFile : IWritableFile
{
    private byte[] _bytes = [];
    private int _length;

    public long Length => _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _length < bytes.Length)
            Grow(_length + (long)bytes.Length);

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Sync()
    {
        // Memory survives nothing.
    }

    /// <summary>Shows the bytes written so far; later ones do not change it. Copies only where much of the memory is unused.</summary>
    public IReadableFile ToReadable()
    {
        if (_bytes.Length - _length > _length / 8)
            Array.Resize(ref _bytes, _length);

        return new MemoryReadable(_bytes.AsMemory(0, _length));
    }

    public void Dispose()
    {
        // What was handed out to readers lives on.
    }

    private void Grow(long needed)
    {
        if (needed > Array.MaxLength)
            throw new IOException($"A file in memory cannot hold {needed} bytes.");

        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, Math.Max(256, 2L * _bytes.Length))));
    }
}
