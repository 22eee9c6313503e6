using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the process's disk traffic from <c>/proc/self/io</c>.</summary>
/// <remarks>Format: lines of <c>key: bytes</c>; <c>read_bytes</c> and <c>write_bytes</c> reached the disk; proc_pid_io(5).</remarks>
internal sealed class SelfIoReader(ProcRoot root) : ISnapshotSource
{
    private const string Direction = "disk.io.direction";

    private static readonly SeriesKey ReadKey = new(ProcessInstruments.DiskIo, TagSet.Of(Direction, "read"));
    private static readonly SeriesKey WriteKey = new(ProcessInstruments.DiskIo, TagSet.Of(Direction, "write"));

    private readonly ProcFile _file = root.File("proc/self/io");

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var content = _file.Read();
        if (content.IsEmpty)
            return;

        var (read, written) = Parse(content);
        if (read is null || written is null)
            _file.CountMalformed();

        if (read is { } readBytes)
            builder.Add(ReadKey, readBytes);

        if (written is { } writtenBytes)
            builder.Add(WriteKey, writtenBytes);
    }

    private static (long? Read, long? Written) Parse(ReadOnlySpan<byte> content)
    {
        long? read = null, written = null;
        var text = new TextScanner(content);
        while (text.TryLine(out var line))
        {
            var key = line.Word();
            if (key.SequenceEqual("read_bytes:"u8) && line.TryNumber(out var value))
                read = value;
            else if (key.SequenceEqual("write_bytes:"u8) && line.TryNumber(out value))
                written = value;
        }

        return (read, written);
    }
}
