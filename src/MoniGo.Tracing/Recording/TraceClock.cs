using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>Reads timestamps without a virtual call when the clock is the system's.</summary>
internal readonly struct TraceClock
{
    private readonly TimeProvider? _other;

    public TraceClock(TimeProvider time)
    {
        _other = time == TimeProvider.System ? null : time;
        SecondsPerTick = 1.0 / time.TimestampFrequency;
    }

    public double SecondsPerTick { get; }

    public long Now() => _other is null ? Stopwatch.GetTimestamp() : _other.GetTimestamp();
}
