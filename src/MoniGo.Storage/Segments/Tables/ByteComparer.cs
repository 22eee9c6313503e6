using System.Diagnostics.CodeAnalysis;

namespace MoniGo.Storage;

/// <summary>Tells byte arrays apart by what is in them.</summary>
internal sealed class ByteComparer : IEqualityComparer<byte[]>
{
    public static readonly ByteComparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] obj) => (int)Crc32C.Of(obj);
}
