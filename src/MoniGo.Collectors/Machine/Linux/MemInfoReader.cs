using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the machine's memory and swap space from <c>/proc/meminfo</c>.</summary>
/// <remarks>Format: lines of <c>key: number kB</c>, where kB is 1 024 bytes; proc_meminfo(5).</remarks>
internal sealed class MemInfoReader(ProcRoot root) : ISnapshotSource
{
    private const string State = "system.paging.state";
    private const double Kilobyte = 1024;

    private static readonly SeriesKey TotalKey = new(HostInstruments.MemoryTotal);
    private static readonly SeriesKey UsedKey = new(HostInstruments.MemoryUsed);
    private static readonly SeriesKey AvailableKey = new(HostInstruments.MemoryAvailable);
    private static readonly SeriesKey SwapUsedKey = new(HostInstruments.Swap, TagSet.Of(State, "used"));
    private static readonly SeriesKey SwapFreeKey = new(HostInstruments.Swap, TagSet.Of(State, "free"));

    private readonly ProcFile _file = root.File("proc/meminfo");

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var text = _file.Read();
        if (text.IsEmpty)
            return;

        var memory = Parse(text);
        if (memory.Total is { } total && memory.Available is { } available)
        {
            builder.Add(TotalKey, total * Kilobyte);
            builder.Add(AvailableKey, available * Kilobyte);
            builder.Add(UsedKey, Math.Max(0, total - available) * Kilobyte);
        }
        else
        {
            _file.CountMalformed();
        }

        if (memory.SwapTotal is { } swap && memory.SwapFree is { } free)
        {
            builder.Add(SwapUsedKey, Math.Max(0, swap - free) * Kilobyte);
            builder.Add(SwapFreeKey, free * Kilobyte);
        }
    }

    private static Readings Parse(ReadOnlySpan<byte> content)
    {
        var readings = default(Readings);
        var text = new TextScanner(content);
        while (text.TryLine(out var line))
        {
            var key = line.Word();
            if (key.SequenceEqual("MemTotal:"u8))
                readings.Total = Number(ref line);
            else if (key.SequenceEqual("MemAvailable:"u8))
                readings.Available = Number(ref line);
            else if (key.SequenceEqual("SwapTotal:"u8))
                readings.SwapTotal = Number(ref line);
            else if (key.SequenceEqual("SwapFree:"u8))
                readings.SwapFree = Number(ref line);
        }

        return readings;
    }

    private static long? Number(ref TextScanner line) => line.TryNumber(out var value) ? value : null;

    private record struct Readings(long? Total, long? Available, long? SwapTotal, long? SwapFree);
}
