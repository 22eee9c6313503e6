using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>Chooses the step of a range: the finest round one that keeps a line within the engine's points.</summary>
internal static class ViewSteps
{
    private static readonly int[] RoundSeconds =
        [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

    /// <summary>Chooses the step; never finer than a tick, and a whole number of ticks where a round step is one.</summary>
    public static TimeSpan For(TimeSpan range, TimeSpan tick)
    {
        var finest = TimeSpan.FromTicks(Math.Max(tick.Ticks, range.Ticks / SeriesEngine.MaxPoints));
        if (finest == tick)
            return tick;

        foreach (var seconds in RoundSeconds)
        {
            var step = TimeSpan.FromSeconds(seconds);
            if (step >= finest && step.Ticks % tick.Ticks == 0)
                return step;
        }

        return TimeSpan.FromTicks(((finest.Ticks / tick.Ticks) + 1) * tick.Ticks);
    }
}
