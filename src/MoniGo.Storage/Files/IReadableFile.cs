namespace MoniGo.Storage;

/// <summary>A file, or bytes in memory, that can be read at any place.</summary>
/// <remarks>Thread-safe but for disposing.</remarks>
internal interface IReadableFile : IDisposable
{
    /// <summary>Gets the length in bytes.</summary>
    long Length { get; }

    /// <summary>Reads up to <paramref name="into"/>'s length and gives how many bytes there were.</summary>
    int Read(long offset, Span<byte> into);
}
