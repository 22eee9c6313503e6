using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A segment in memory that is written, damaged, and read.</summary>
internal sealed class SegmentBytes : IWritableFile, IReadableFile
{
    private readonly List<byte> _written = [];
    private byte[]? _bytes;

    public SegmentBytes()
    {
    }

    public SegmentBytes(byte[] bytes) => _bytes = bytes;

    public byte[] All => _bytes ??= [.. _written];

    public long Length => _bytes?.Length ?? _written.Count;

    public bool IsDisposed { get; private set; }

    public int Reads { get; private set; }

    /// <summary>Gets or sets what happens within each read.</summary>
    public Action? OnRead { get; set; }

    /// <summary>Gets or sets the largest piece that was appended.</summary>
    public int LargestPiece { get; set; }

    public int Pieces { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _written.AddRange(bytes);
        (Pieces, LargestPiece) = (Pieces + 1, Math.Max(LargestPiece, bytes.Length));
    }

    public int Read(long offset, Span<byte> into)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Reads++;
        OnRead?.Invoke();
        var there = All.AsSpan((int)Math.Min(offset, All.Length));
        there = there[..Math.Min(there.Length, into.Length)];
        there.CopyTo(into);
        return there.Length;
    }

    public void Sync() => throw new NotSupportedException("A segment is synced by who renames it.");

    public void Dispose() => IsDisposed = true;
}
