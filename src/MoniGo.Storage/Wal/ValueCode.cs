using System.Buffers.Binary;
using System.Numerics;

namespace MoniGo.Storage;

/// <summary>The bytes of one changed value, told by the value before it.</summary>
/// <remarks>
/// First byte <c>1ddddddd</c>: the value is the one before plus <c>d - 64</c>. First byte <c>0zzzznnn</c>: the XOR of both is the
/// <c>n + 1</c> bytes that follow, shifted left by <c>z</c> times four bits. Every double comes back bit for bit.
/// </remarks>
internal static class ValueCode
{
    private const int Step = 0x80;
    private const int StepOffset = 64;

    public static void Write(double before, double value, ByteWriter into)
    {
        var (from, to) = (BitConverter.DoubleToUInt64Bits(before), BitConverter.DoubleToUInt64Bits(value));
        var difference = value - before;

        // Counters mostly take small whole steps; the addition is made here as the reader will make it.
        if (difference is >= -StepOffset and < StepOffset
            && BitConverter.DoubleToUInt64Bits(before + (int)difference) == to)
        {
            into.Byte((byte)(Step | ((int)difference + StepOffset)));
            return;
        }

        var xor = from ^ to;
        var shift = Math.Min(15, BitOperations.TrailingZeroCount(xor) / 4);
        xor >>= shift * 4;
        var bytes = Math.Max(1, 8 - (BitOperations.LeadingZeroCount(xor) / 8));
        into.Byte((byte)((shift << 3) | (bytes - 1)));
        var end = into.Length + bytes;
        into.UInt64(xor);
        into.Truncate(end);
    }

    public static double Read(ref ByteReader from, double before)
    {
        var code = from.Byte();
        if (code >= Step)
            return before + ((code & ~Step) - StepOffset);

        Span<byte> whole = stackalloc byte[8];
        whole.Clear();
        from.Bytes((code & 7) + 1).CopyTo(whole);
        var xor = BinaryPrimitives.ReadUInt64LittleEndian(whole) << ((code >> 3) * 4);
        return BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(before) ^ xor);
    }
}
