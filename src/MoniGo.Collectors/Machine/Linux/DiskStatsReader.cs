using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the traffic of the machine's disks from <c>/proc/diskstats</c>.</summary>
/// <remarks>
/// Format: <c>major minor name reads merged sectors ms writes merged sectors ...</c>; a sector is 512 bytes whatever the disk;
/// the kernel's <c>admin-guide/iostats.rst</c>. A disk stands before its partitions, which are left out.
/// </remarks>
internal sealed class DiskStatsReader(ProcRoot root) : ISnapshotSource
{
    private const double SectorBytes = 512;

    private readonly ProcFile _file = root.File("proc/diskstats");
    private readonly DeviceSeries _disks = new(HostInstruments.DiskIo, "system.device", "disk.io.direction", "read", "write");

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var text = new TextScanner(_file.Read());
        ReadOnlySpan<byte> disk = [];
        while (text.TryLine(out var line))
        {
            if (!line.TrySkip(2) || line.Word() is not { IsEmpty: false } name || !TryTraffic(ref line, out var read, out var written))
            {
                _file.CountMalformed();
                return;
            }

            if (WholeDisks.IsVirtual(name) || WholeDisks.IsPartition(name, disk))
                continue;

            disk = name;
            _disks.Publish(builder, name, read * SectorBytes, written * SectorBytes);
        }
    }

    private static bool TryTraffic(ref TextScanner line, out long sectorsRead, out long sectorsWritten)
    {
        (sectorsRead, sectorsWritten) = (0, 0);
        return line.TrySkip(2) && line.TryNumber(out sectorsRead) && line.TrySkip(3) && line.TryNumber(out sectorsWritten);
    }
}
