using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MoniGo.Storage;

/// <summary>Reads numbers of any width that <see cref="BitWriter"/> packed.</summary>
internal static class Bits
{
    /// <summary>The number of bits that <see cref="From"/> gives at least.</summary>
    public const int AtOnce = 57;

    /// <summary>Gets the bits from a place on, the first one highest; behind the end there are zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong From(ReadOnlySpan<byte> bytes, int bit)
    {
        var at = bit >> 3;
        var word = at <= bytes.Length - 8 ? BinaryPrimitives.ReadUInt64BigEndian(bytes[at..]) : Tail(bytes, at);
        return word << (bit & 7);
    }

    private static ulong Tail(ReadOnlySpan<byte> bytes, int at)
    {
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        if (at < bytes.Length)
            bytes[at..].CopyTo(padded);

        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}
