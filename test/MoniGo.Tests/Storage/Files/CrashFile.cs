namespace MoniGo.Tests;

/// <summary>The bytes of one file as the running system sees them, and as the disk has them for sure.</summary>
/// <remarks>Not thread-safe; <see cref="CrashFiles"/> takes its lock.</remarks>
internal sealed class CrashFile
{
    private byte[] _bytes = [];
    private byte[] _durable = [];
    private int _length;

    public long Length => _length;

    public int Read(long offset, Span<byte> into)
    {
        if (offset < 0 || offset >= _length)
            return 0;

        var from = _bytes.AsSpan((int)offset, Math.Min(into.Length, _length - (int)offset));
        from.CopyTo(into);
        return from.Length;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _length < bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + bytes.Length));

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Cut(long length) => _length = (int)Math.Min(_length, length);

    public void Sync() => _durable = _bytes[.._length];

    /// <summary>Makes the file that a power cut leaves.</summary>
    public CrashFile AfterCrash(Random random)
    {
        var isAppendedTo = _bytes.AsSpan(0, _length).StartsWith(_durable);
        if (!isAppendedTo && random.Next(2) == 0)
            return Of(_durable); // the cut, or the overwriting, is lost

        var first = isAppendedTo ? _durable.Length : 0;
        var kept = random.Next(4) switch { 0 => first, 1 => _length, _ => random.Next(first, _length + 1) };
        var survivor = _bytes[..kept];
        if (kept > first && random.Next(4) == 0)
            survivor.AsSpan(random.Next(first, kept)).Clear(); // the length grew and the data did not arrive

        return Of(survivor);
    }

    /// <summary>Makes the file that the death of the process leaves.</summary>
    public CrashFile Everything() => Of(_bytes[.._length]);

    private static CrashFile Of(byte[] bytes) => new() { _bytes = bytes, _durable = bytes, _length = bytes.Length };
}
