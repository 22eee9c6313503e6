using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Writes the ticks of the open hour, one frame each (FORMAT.md, "Ticks").</summary>
/// <remarks>Not thread-safe, except that <see cref="Sync"/> may run beside <see cref="Append"/>. After a failed write it must not be used again.</remarks>
internal sealed class WalWriter : IDisposable
{
    private readonly WalEncoder _encoder = new();
    private readonly LogWriter _log;
    private bool _isBroken;

    private WalWriter(LogWriter log) => _log = log;

    /// <summary>Gets the bytes in the file.</summary>
    public long Length => _log.Length;

    public static WalWriter Create(IFileLayer files, string path) => new(LogWriter.Create(files, path, LogKind.Ticks));

    /// <summary>Hands one tick to the operating system.</summary>
    public void Append(StreamId stream, Snapshot snapshot)
    {
        // A record that was not written may have defined what later ones would refer to.
        if (_isBroken)
            throw new IOException("An earlier write to this log failed.");

        _isBroken = true;
        _log.Append(_encoder.Encode(stream, snapshot));
        _isBroken = false;
    }

    /// <summary>Makes everything appended before the call, and the name of the file, survive the machine.</summary>
    public void Sync() => _log.Sync();

    public void Dispose() => _log.Dispose();
}
