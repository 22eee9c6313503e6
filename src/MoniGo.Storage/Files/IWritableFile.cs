namespace MoniGo.Storage;

/// <summary>A file, or memory, that is written from front to back.</summary>
/// <remarks>Not thread-safe, except that <see cref="Sync"/> may run beside <see cref="Append"/>.</remarks>
internal interface IWritableFile : IDisposable
{
    /// <summary>Gets the number of bytes in the file.</summary>
    long Length { get; }

    /// <summary>Hands bytes to the operating system, unbuffered: they survive the process from here on.</summary>
    /// <remarks>When it fails, some of the bytes may stand behind <see cref="Length"/>; the next append writes over them.</remarks>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Makes everything appended before the call survive the machine.</summary>
    void Sync();
}
