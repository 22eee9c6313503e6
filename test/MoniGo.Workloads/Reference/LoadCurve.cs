namespace MoniGo.Workloads;

/// <summary>How busy the imagined service is over the day, from 0 to 1.</summary>
/// <remarks>All series share it and it is known to whoever computes the entropy floor.</remarks>
public static class LoadCurve
{
    // At full hours, UTC; smooth in between. Quiet night, two peaks.
    private static readonly double[] Hours =
    [
        0.24, 0.19, 0.16, 0.15, 0.16, 0.20, 0.30, 0.46, 0.66, 0.84, 0.95, 0.98,
        0.90, 0.86, 0.92, 0.97, 0.93, 0.82, 0.76, 0.80, 0.78, 0.62, 0.44, 0.32,
    ];

    /// <summary>Gets the load at a moment.</summary>
    public static double At(DateTimeOffset time)
    {
        var hours = time.UtcTicks % TimeSpan.TicksPerDay / (double)TimeSpan.TicksPerHour;
        var (from, part) = ((int)hours, hours - (int)hours);
        var smooth = part * part * (3 - (2 * part));
        return Hours[from] + ((Hours[(from + 1) % Hours.Length] - Hours[from]) * smooth);
    }
}
