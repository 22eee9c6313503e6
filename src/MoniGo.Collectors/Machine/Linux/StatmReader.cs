using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the process's resident memory from <c>/proc/self/statm</c>.</summary>
/// <remarks>Format: <c>size resident shared text lib data dt</c>, in pages; proc_pid_statm(5).</remarks>
internal sealed class StatmReader(ProcRoot root) : ISnapshotSource
{
    private static readonly SeriesKey ResidentKey = new(ProcessInstruments.MemoryUsage);

    private readonly ProcFile _file = root.File("proc/self/statm");

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var text = new TextScanner(_file.Read());
        if (text.Word().IsEmpty)
            return;

        if (text.TryNumber(out var resident))
            builder.Add(ResidentKey, (double)resident * Environment.SystemPageSize);
        else
            _file.CountMalformed();
    }
}
