using System.Buffers.Binary;

namespace MoniGo.Storage;

/// <summary>The two ends of a segment: the header, and the trailer that vouches for both.</summary>
/// <param name="Tier">How finely its rows are cut.</param>
/// <param name="Flags">How it came about.</param>
/// <param name="DirectoryPlace">Where the directory begins; it ends where the trailer begins.</param>
/// <param name="DirectoryLength">Its length.</param>
/// <param name="DirectoryCrc">Its checksum.</param>
/// <param name="FirstTime">Time of the first row of all streams.</param>
/// <param name="LastTime">Time of the last row of all streams.</param>
internal readonly record struct SegmentTrailer(
    Tier Tier, SegmentFlags Flags, long DirectoryPlace, int DirectoryLength, uint DirectoryCrc, long FirstTime, long LastTime)
{
    public const byte Version = 1;
    public const int HeaderLength = 16;
    public const int Length = 44;

    private static ReadOnlySpan<byte> HeadMagic => "MoniGoSg"u8;

    private static ReadOnlySpan<byte> TailMagic => "gSoGinoM"u8;

    /// <summary>Writes the header.</summary>
    public static void WriteHeader(Tier tier, SegmentFlags flags, Span<byte> into)
    {
        into[..HeaderLength].Clear();
        HeadMagic.CopyTo(into);
        (into[8], into[9], into[10]) = (Version, (byte)tier, (byte)flags);
    }

    /// <summary>Writes the trailer; its checksum goes over the header, too.</summary>
    public void Write(Span<byte> into)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        WriteHeader(Tier, Flags, header);
        BinaryPrimitives.WriteInt64LittleEndian(into, DirectoryPlace);
        BinaryPrimitives.WriteInt32LittleEndian(into[8..], DirectoryLength);
        BinaryPrimitives.WriteUInt32LittleEndian(into[12..], DirectoryCrc);
        BinaryPrimitives.WriteInt64LittleEndian(into[16..], FirstTime);
        BinaryPrimitives.WriteInt64LittleEndian(into[24..], LastTime);
        BinaryPrimitives.WriteUInt32LittleEndian(into[32..], Crc32C.Of(into[..32], Crc32C.Of(header)));
        TailMagic.CopyTo(into[36..]);
    }

    /// <summary>Reads both ends of a file of <paramref name="fileLength"/> bytes.</summary>
    public static SegmentTrailer Read(ReadOnlySpan<byte> header, ReadOnlySpan<byte> trailer, long fileLength)
    {
        CheckHeader(header);
        if (!trailer[36..].SequenceEqual(TailMagic))
            throw new DamagedDataException("It has no end: it was cut, or never finished.");

        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer[32..]) != Crc32C.Of(trailer[..32], Crc32C.Of(header)))
            throw new DamagedDataException("The checksum of its trailer differs.");

        var read = new SegmentTrailer(
            (Tier)header[9],
            (SegmentFlags)header[10],
            BinaryPrimitives.ReadInt64LittleEndian(trailer),
            BinaryPrimitives.ReadInt32LittleEndian(trailer[8..]),
            BinaryPrimitives.ReadUInt32LittleEndian(trailer[12..]),
            BinaryPrimitives.ReadInt64LittleEndian(trailer[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(trailer[24..]));
        return read.Fits(fileLength) ? read : throw new DamagedDataException("Its trailer does not fit the file.");
    }

    private static void CheckHeader(ReadOnlySpan<byte> header)
    {
        if (!header[..8].SequenceEqual(HeadMagic))
            throw new DamagedDataException("It is no segment.");

        if (header[8] > Version)
            throw new NewerVersionException($"It was written by a newer MoniGo: format {header[8]}, and this one reads up to {Version}.");

        if (header[8] != Version)
            throw new DamagedDataException($"Its format {header[8]} never existed.");
    }

    private bool Fits(long fileLength) =>
        Tier <= Tier.Hour
        && DirectoryLength >= 0
        && DirectoryPlace >= HeaderLength
        && DirectoryPlace <= fileLength
        && DirectoryPlace + DirectoryLength + Length == fileLength
        && FirstTime >= 0 && FirstTime <= LastTime && LastTime <= DateTime.MaxValue.Ticks;
}
