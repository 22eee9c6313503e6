namespace MoniGo.Storage;

/// <summary>Appends checksummed frames to a file (FORMAT.md, "Log files").</summary>
/// <remarks>
/// Not thread-safe, except that <see cref="Sync"/> may run beside <see cref="Append"/>. An append that failed may be tried again;
/// after a failed sync nobody knows what is on disk, so the log should be written anew.
/// </remarks>
internal sealed class LogWriter : IDisposable
{
    private readonly IFileLayer _files;
    private readonly string _path;
    private readonly IWritableFile _file;
    private readonly ByteWriter _frame = new(1024);
    private bool _isNameSafe;

    private LogWriter(IFileLayer files, string path, IWritableFile file) => (_files, _path, _file) = (files, path, file);

    /// <summary>Gets the bytes in the file.</summary>
    public long Length => _file.Length;

    /// <summary>Begins a log, in place of the file that may be there.</summary>
    public static LogWriter Create(IFileLayer files, string path, LogKind kind)
    {
        var log = new LogWriter(files, path, files.Create(path));
        try
        {
            log._file.Append(LogFormat.Header(kind));
            return log;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Goes on behind the last whole frame and cuts what follows it.</summary>
    /// <param name="files">Where the file is.</param>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="end">What <see cref="LogReader"/> said at its end; a caller that sees damage there sets the file aside first.</param>
    public static LogWriter Continue(IFileLayer files, string path, LogKind kind, LogEnd end) =>
        end.WholeBytes < LogFormat.HeaderBytes ? Create(files, path, kind) : new(files, path, files.OpenAppend(path, end.WholeBytes));

    /// <summary>Hands one frame to the operating system, in one write.</summary>
    public void Append(ReadOnlySpan<byte> payload)
    {
        if (payload.Length > LogFormat.MaxPayload)
            throw new IOException($"A frame of {payload.Length} bytes is longer than {LogFormat.MaxPayload}.");

        _frame.Clear();
        LogFormat.WriteFrame(payload, _frame);
        _file.Append(_frame.Written);
    }

    /// <summary>Makes everything appended before the call, and the name of the file, survive the machine.</summary>
    public void Sync()
    {
        _file.Sync();
        if (_isNameSafe)
            return;

        _files.SyncDirectory(Path.GetDirectoryName(_path)!);
        _isNameSafe = true;
    }

    public void Dispose() => _file.Dispose();
}
