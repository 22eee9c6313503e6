using System.Diagnostics;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads how long the process has been running, on every platform.</summary>
/// <remarks>The start is read once; from then on the monotonic clock counts, so a clock that is set does not change the uptime.</remarks>
internal sealed class UptimeReader : ISnapshotSource
{
    private static readonly SeriesKey UptimeKey = new(ProcessInstruments.Uptime);

    private readonly TimeProvider _time;
    private readonly TimeSpan _before;
    private readonly long _since;

    public UptimeReader(TimeProvider time)
    {
        using var process = Process.GetCurrentProcess();
        var age = time.GetUtcNow() - new DateTimeOffset(process.StartTime);
        (_time, _since) = (time, time.GetTimestamp());
        _before = age > TimeSpan.Zero ? age : TimeSpan.Zero;
    }

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder) =>
        builder.Add(UptimeKey, (_before + _time.GetElapsedTime(_since)).TotalSeconds);
}
