using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace MoniGo.Storage;

/// <summary>Gathers bytes in a growing buffer that is used again after <see cref="Clear"/>.</summary>
/// <remarks>Not thread-safe. Varints and texts are those of FORMAT.md; <see cref="ByteReader"/> is its counterpart.</remarks>
internal sealed class ByteWriter(int capacity = 256)
{
    private byte[] _buffer = new byte[capacity];

    /// <summary>Gets the number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Gets what was written; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Copies what was written.</summary>
    public byte[] ToArray() => Written.ToArray();

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>Forgets what was written behind <paramref name="length"/>.</summary>
    public void Truncate(int length) => Length = Math.Min(Length, length);

    /// <summary>Takes bytes out of the middle.</summary>
    public void Remove(int start, int count)
    {
        _buffer.AsSpan(start + count, Length - start - count).CopyTo(_buffer.AsSpan(start));
        Length -= count;
    }

    /// <summary>Gives <paramref name="count"/> bytes to be filled by the caller; they may hold anything.</summary>
    public Span<byte> Take(int count)
    {
        Reserve(count);
        var taken = _buffer.AsSpan(Length, count);
        Length += count;
        return taken;
    }

    public void Byte(byte value) => Take(1)[0] = value;

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(8), value);

    public void Double(double value) => UInt64(BitConverter.DoubleToUInt64Bits(value));

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void Varint(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _buffer[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _buffer[Length++] = (byte)value;
    }

    public void Varint(int value) => Varint(checked((ulong)value));

    public void Zigzag(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Varint(length);
        Encoding.UTF8.GetBytes(text, Take(length));
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - Length < count)
            Array.Resize(ref _buffer, (int)BitOperations.RoundUpToPowerOf2((uint)(Length + count)));
    }
}
