using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the process's CPU share since the last tick, on every platform.</summary>
/// <remarks>The first tick has nothing to compare with and gives no share.</remarks>
internal sealed class ProcessCpuReader(TimeProvider time, Func<TimeSpan> cpuTime, AvailableCpus cpus) : ISnapshotSource
{
    private static readonly SeriesKey UtilizationKey = new(ProcessInstruments.CpuUtilization);
    private static readonly SeriesKey LimitKey = new(ProcessInstruments.CpuLimit);

    private (long Timestamp, TimeSpan Used)? _last;

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var now = (Timestamp: time.GetTimestamp(), Used: cpuTime());
        if (_last is { } last && time.GetElapsedTime(last.Timestamp, now.Timestamp) is var elapsed && elapsed > TimeSpan.Zero)
            builder.Add(UtilizationKey, Math.Clamp((now.Used - last.Used) / elapsed / cpus.Count, 0, 1));

        builder.Add(LimitKey, cpus.Count);
        _last = now;
    }
}
