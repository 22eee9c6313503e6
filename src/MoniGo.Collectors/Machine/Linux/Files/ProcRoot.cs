using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>The folder under which <c>proc</c> and <c>sys</c> lie: the machine's root, or a test's fixtures.</summary>
/// <remarks>
/// All files made from one root share one read buffer, so they are read one after another on one thread.
/// As a source it publishes how often a file could not be understood.
/// </remarks>
internal sealed class ProcRoot(string path) : ISnapshotSource
{
    // The largest file read each tick is /proc/stat, 6 KB on 64 cores; a file past 1 MiB is none that we know.
    private const int FirstBuffer = 8 << 10;
    private const int LargestBuffer = 1 << 20;

    private static readonly SeriesKey MalformedKey = new(OwnInstruments.Dropped, TagSet.Of("reason", "malformed"));

    private byte[] _buffer = new byte[FirstBuffer];
    private long _malformed;

    /// <summary>Gets the buffer that holds the file read last.</summary>
    public Span<byte> Buffer => _buffer;

    /// <summary>Gets the path of something under the root.</summary>
    public string PathOf(string relative) => Path.Combine(path, relative);

    /// <summary>Makes the reader of a file, which need not exist.</summary>
    public ProcFile File(string relative) => new(this, PathOf(relative));

    /// <summary>Counts a file whose content is not what the kernel documents.</summary>
    public void CountMalformed() => _malformed++;

    /// <summary>Doubles the buffer and keeps its content; false when it is as large as it may be.</summary>
    public bool TryGrow()
    {
        if (_buffer.Length >= LargestBuffer)
            return false;

        Array.Resize(ref _buffer, _buffer.Length * 2);
        return true;
    }

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder) => builder.Add(MalformedKey, _malformed);
}
