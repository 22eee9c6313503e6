using System.Buffers.Binary;
using System.Numerics;

namespace MoniGo.Storage;

/// <summary>The checksum of everything on disk: CRC-32C, which processors compute.</summary>
internal static class Crc32C
{
    /// <summary>Computes the checksum, or goes on from that of the bytes before.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));

        foreach (var one in bytes)
            crc = BitOperations.Crc32C(crc, one);

        return ~crc;
    }
}
