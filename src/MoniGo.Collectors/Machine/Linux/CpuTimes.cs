namespace MoniGo.Collectors;

/// <summary>Time that one core, or the whole machine, has spent since its start, in clock ticks.</summary>
/// <param name="Busy">Time at work: all but idle and waiting for disks.</param>
/// <param name="Total">All time; zero says that the core is off.</param>
internal readonly record struct CpuTimes(long Busy, long Total)
{
    /// <summary>Gets the share of time at work since an earlier reading, from 0 to 1; null when there is none to compare with.</summary>
    public double? Since(CpuTimes earlier) =>
        earlier.Total == 0 || Total <= earlier.Total
            ? null
            : Math.Clamp((double)(Busy - earlier.Busy) / (Total - earlier.Total), 0, 1); // waiting time may go back a little
}
