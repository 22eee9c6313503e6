using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the CPU share of the machine and of each core from <c>/proc/stat</c>.</summary>
/// <remarks>
/// Format: <c>cpu user nice system idle iowait irq softirq steal guest guest_nice</c>, then a line <c>cpuN</c> per core that is
/// on; proc_stat(5). Guest time is already in user time. The first tick has nothing to compare with and gives no share.
/// </remarks>
internal sealed class CpuStatReader(ProcRoot root) : ISnapshotSource
{
    // The kernel's largest configuration.
    private const int MaxCores = 8192;

    private static readonly SeriesKey MachineKey = new(HostInstruments.CpuUtilization);
    private static readonly SeriesKey CountKey = new(HostInstruments.CoreCount);

    private readonly ProcFile _file = root.File("proc/stat");
    private readonly List<SeriesKey> _coreKeys = [];
    private List<CpuTimes> _now = [];
    private List<CpuTimes> _last = [];
    private CpuTimes _machine;

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var text = _file.Read();
        if (text.IsEmpty)
            return;

        _now.Clear();
        if (TryParse(text, out var machine, _now))
            Publish(builder, machine);
        else
            _file.CountMalformed();
    }

    /// <summary>Reads the first lines; cores stand at the index of their number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> content, out CpuTimes machine, List<CpuTimes> cores)
    {
        var text = new TextScanner(content);
        if (!text.TryLine(out var first) || !first.Word().SequenceEqual("cpu"u8) || !TryTimes(ref first, out machine))
        {
            machine = default;
            return false;
        }

        while (text.TryLine(out var line))
        {
            var name = line.Word();
            if (!name.StartsWith("cpu"u8))
                break;

            if (!int.TryParse(name[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var core) || core >= MaxCores || !TryTimes(ref line, out var times))
                return false;

            while (cores.Count <= core)
                cores.Add(default);

            cores[core] = times;
        }

        return true;
    }

    private void Publish(SnapshotBuilder builder, CpuTimes machine)
    {
        if (machine.Since(_machine) is { } share)
            builder.Add(MachineKey, share);

        var on = 0;
        for (var core = 0; core < _now.Count; core++)
        {
            on += _now[core].Total > 0 ? 1 : 0;
            if (core < _last.Count && _now[core].Since(_last[core]) is { } coreShare)
                builder.Add(KeyOf(core), coreShare);
        }

        if (on > 0)
            builder.Add(CountKey, on);

        (_machine, _last, _now) = (machine, _now, _last);
    }

    private SeriesKey KeyOf(int core)
    {
        while (_coreKeys.Count <= core)
        {
            var number = _coreKeys.Count.ToString(CultureInfo.InvariantCulture);
            _coreKeys.Add(new(HostInstruments.CoreUtilization, TagSet.Of("cpu.logical_number", number)));
        }

        return _coreKeys[core];
    }

    private static bool TryTimes(ref TextScanner line, out CpuTimes times)
    {
        times = default;
        if (!line.TryNumber(out var user) || !line.TryNumber(out var nice) || !line.TryNumber(out var system) || !line.TryNumber(out var idle))
            return false;

        // Kernels before 2.6 end here; missing fields are zero.
        line.TryNumber(out var wait);
        line.TryNumber(out var interrupt);
        line.TryNumber(out var softInterrupt);
        line.TryNumber(out var stolen);
        var busy = user + nice + system + interrupt + softInterrupt + stolen;
        times = new(busy, busy + idle + wait);
        return true;
    }
}
