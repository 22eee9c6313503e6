namespace Storefront;

/// <summary>How many visitors come per second: slow waves, small ripples and a burst now and then.</summary>
internal static class Tide
{
    private const double Mean = 8;
    private const double DaySeconds = 600;
    private const double RippleSeconds = 47;
    private const double BurstEverySeconds = 97;
    private const double BurstSeconds = 6;

    /// <summary>Between 4.5 and 12 visitors a second; each makes about six requests.</summary>
    public static double VisitorsPerSecond(TimeSpan sinceStart)
    {
        var seconds = sinceStart.TotalSeconds;
        var wave = 2.5 * Math.Sin(2 * Math.PI * seconds / DaySeconds);
        var ripple = Math.Sin(2 * Math.PI * seconds / RippleSeconds);
        var burst = seconds % BurstEverySeconds > BurstEverySeconds - BurstSeconds ? 4 : 0;
        return Math.Min(12, Mean + wave + ripple + burst);
    }
}
