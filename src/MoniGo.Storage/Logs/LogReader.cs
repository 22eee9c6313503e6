namespace MoniGo.Storage;

/// <summary>Reads the whole frames of a log from front to back, then says how it ended.</summary>
/// <remarks>Not thread-safe. What the file holds never makes it throw; that it cannot be read is an <see cref="IOException"/>.</remarks>
internal sealed class LogReader : IDisposable
{
    private readonly IReadableFile _file;
    private readonly long _length;
    private byte[] _buffer = new byte[64 << 10];
    private long _bufferAt;
    private int _buffered;
    private long _at;
    private int _payload;
    private long _frames;
    private bool _isAtEnd;
    private string? _damage;

    private LogReader(IReadableFile file, long length) => (_file, _length) = (file, length);

    /// <summary>Gets the payload of the frame that <see cref="Next"/> went to; valid until it is called again.</summary>
    public ReadOnlySpan<byte> Payload => _buffer.AsSpan((int)(_at - _bufferAt) - _payload, _payload);

    /// <summary>Gets where the payload stands in the file.</summary>
    public long PayloadOffset => _at - _payload;

    /// <summary>Gets how the reading ended, or how far it is.</summary>
    public LogEnd End => new(_frames, _at, _length - _at, _damage);

    public static LogReader Open(IFileLayer files, string path, LogKind kind)
    {
        var file = files.OpenRead(path);
        try
        {
            var reader = new LogReader(file, file.Length);
            reader.ReadHeader(kind);
            return reader;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next frame; false at the end of what can be trusted.</summary>
    public bool Next()
    {
        if (_isAtEnd)
            return false;

        var head = Peek(_at, LogFormat.FrameHeadBytes);
        if (head.Length == LogFormat.FrameHeadBytes && Frame(head) is { IsEmpty: false } frame)
        {
            (_payload, _at) = (frame.Length - LogFormat.FrameHeadBytes, _at + frame.Length);
            _frames++;
            return true;
        }

        (_isAtEnd, _payload) = (true, 0);
        if (_length > _at && LogRemains.HoldFrames(_file, _at, _length))
            _damage = $"A frame at byte {_at} is damaged, and {_length - _at} bytes with whole frames are behind it.";

        return false;
    }

    public void Dispose() => _file.Dispose();

    private void ReadHeader(LogKind kind)
    {
        var header = Peek(0, LogFormat.HeaderBytes);
        var refusal = header.Length < LogFormat.HeaderBytes ? "It is too short to be a log." : LogFormat.Refusal(header, kind);
        if (refusal is null)
            _at = LogFormat.HeaderBytes;
        else
            (_isAtEnd, _damage) = (true, IsTorn(header, kind) ? null : refusal);
    }

    // A power cut leaves a part of the header, or zeros in place of bytes that did not arrive.
    private bool IsTorn(ReadOnlySpan<byte> header, LogKind kind)
    {
        var whole = LogFormat.Header(kind);
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] != whole[i] && header[i] != 0)
                return false;
        }

        return _length <= LogFormat.HeaderBytes;
    }

    /// <summary>Reads the frame behind its head; empty when it is short or its checksum differs.</summary>
    private ReadOnlySpan<byte> Frame(ReadOnlySpan<byte> head)
    {
        // The length is compared with the file before anything of that size is allocated.
        var wanted = LogFormat.FrameHeadBytes + (long)LogFormat.PayloadLength(head);
        if (wanted > Math.Min(_length - _at, LogFormat.FrameHeadBytes + LogFormat.MaxPayload))
            return [];

        var frame = Peek(_at, (int)wanted);
        return frame.Length == wanted && LogFormat.IsWhole(frame) ? frame : [];
    }

    /// <summary>Reads bytes without going on; fewer at the end of the file.</summary>
    private ReadOnlySpan<byte> Peek(long at, int count)
    {
        count = (int)Math.Min(count, _length - at);
        if (at + count > _bufferAt + _buffered)
            Fill(at, count);

        var start = (int)(at - _bufferAt);
        return _buffer.AsSpan(start, Math.Clamp(_buffered - start, 0, count));
    }

    private void Fill(long at, int count)
    {
        if (_buffer.Length < count)
            _buffer = new byte[count];

        _bufferAt = at;
        _buffered = _file.Read(at, _buffer);
    }
}
