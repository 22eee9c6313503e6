using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Writes the ticks of the open hour, one frame each (FORMAT.md, "Ticks").</summary>
/// <remarks>Not thread-safe, except that <see cref="Sync"/> may run beside <see cref="Append"/>. After a failed write it must not be used again.</remarks>
internal sealed class WalWriter : IDisposable
{
    public static WalWriter Create(IFileLayer files, string path) => throw new NotSupportedException();

    /// <summary>Gets the bytes in the file.</summary>
    public long Length => throw new NotSupportedException();

    /// <summary>Hands one tick to the operating system.</summary>
    public void Append(StreamId stream, Snapshot snapshot) => throw new NotSupportedException();

    /// <summary>Makes everything appended before the call survive the machine.</summary>
    public void Sync() => throw new NotSupportedException();

    public void Dispose() => throw new NotSupportedException();
}
