using System.Buffers.Binary;

namespace MoniGo.Storage;

/// <summary>The bytes around the payloads of a log (FORMAT.md, "Log files").</summary>
internal static class LogFormat
{
    public const uint Version = 1;

    /// <summary>Bytes of magic, version and kind.</summary>
    public const int HeaderBytes = 16;

    /// <summary>Bytes of length and checksum before each payload.</summary>
    public const int FrameHeadBytes = 8;

    /// <summary>A longer payload is refused by the writer and damage to the reader.</summary>
    public const int MaxPayload = 64 << 20;

    private static ReadOnlySpan<byte> Magic => "MoniGoLg"u8;

    public static byte[] Header(LogKind kind)
    {
        var header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), (uint)kind);
        return header;
    }

    /// <summary>Says what is wrong with a whole header; null when nothing is.</summary>
    public static string? Refusal(ReadOnlySpan<byte> header, LogKind wanted)
    {
        if (!header.StartsWith(Magic))
            return "It does not begin as a log does.";

        if (BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) is not Version and var version)
            return $"It is a log of version {version}; version {Version} is the one known here.";

        var kind = BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);
        return kind == (uint)wanted ? null : $"It is a log of kind {kind}, not of kind {(uint)wanted}.";
    }

    public static void WriteFrame(ReadOnlySpan<byte> payload, ByteWriter into)
    {
        into.UInt32((uint)payload.Length);
        into.UInt32(Checksum(into.Written[^4..], payload));
        into.Bytes(payload);
    }

    /// <summary>Tells the length of the payload behind a frame's head; more than <see cref="MaxPayload"/> for nonsense.</summary>
    public static uint PayloadLength(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt32LittleEndian(frame);

    /// <summary>Tells whether a frame, head and payload, is what was written.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> frame) =>
        BinaryPrimitives.ReadUInt32LittleEndian(frame[4..]) == Checksum(frame[..4], frame[FrameHeadBytes..]);

    private static uint Checksum(ReadOnlySpan<byte> length, ReadOnlySpan<byte> payload) => Crc32C.Of(payload, Crc32C.Of(length));
}
