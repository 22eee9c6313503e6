using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Counts the physical cores in <c>/proc/cpuinfo</c>, once.</summary>
/// <remarks>
/// Format: a paragraph of <c>key : value</c> per logical core; a physical core is a distinct pair of <c>physical id</c> and
/// <c>core id</c>. Processors that do not say so, such as most ARM ones, have no such reading.
/// </remarks>
internal sealed class CpuInfoReader(ProcRoot root) : ISnapshotSource
{
    private static readonly SeriesKey CountKey = new(HostInstruments.PhysicalCoreCount);

    private readonly ProcFile _file = root.File("proc/cpuinfo");
    private int? _count;

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        _count ??= Count(_file.Read());
        if (_count > 0)
            builder.Add(CountKey, _count.Value);
    }

    /// <summary>Counts the distinct pairs.</summary>
    public static int Count(ReadOnlySpan<byte> content)
    {
        var cores = new HashSet<(long Package, long Core)>();
        long package = 0;
        var text = new TextScanner(content);
        while (text.TryLine(out var line))
        {
            if (!line.TryUntil((byte)':', out var key) || !line.TryNumber(out var value))
                continue;

            if (key.SequenceEqual("physical id"u8))
                package = value;
            else if (key.SequenceEqual("core id"u8))
                cores.Add((package, value));
        }

        return cores.Count;
    }
}
