using System.Buffers.Binary;
using System.Text;

namespace MoniGo.Storage;

/// <summary>Reads what <see cref="ByteWriter"/> wrote; whatever does not fit is a <see cref="DamagedDataException"/>.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Gets the number of bytes read.</summary>
    public int Position { get; private set; }

    /// <summary>Gets the number of bytes left.</summary>
    public readonly int Left => _bytes.Length - Position;

    /// <summary>Gets what is left without reading it.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[Position..];

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)Left)
            throw new DamagedDataException($"{count} bytes wanted and {Left} left.");

        var taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }

    public byte Byte() => Bytes(1)[0];

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    public double Double() => BitConverter.UInt64BitsToDouble(UInt64());

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw new DamagedDataException("A varint is longer than ten bytes.");
    }

    /// <summary>Reads a count or index that must not be larger than <paramref name="max"/>.</summary>
    public int Varint(int max)
    {
        var value = Varint();
        return max >= 0 && value <= (ulong)max ? (int)value : throw new DamagedDataException($"{value} is more than {max}.");
    }

    public long Zigzag()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public string Text() => Encoding.UTF8.GetString(Bytes(Varint(Left)));
}
