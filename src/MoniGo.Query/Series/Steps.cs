using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Chooses the width of windows, so that people can read the axis and a line stays short.</summary>
internal static class Steps
{
    // A wider step than this must be a multiple of the store's roll-ups (1 min, from 1 h on 1 h): every tick of the range would have
    // to be read otherwise, and those of long ago are gone. It is reached by ranges of more than ten hours.
    private static readonly TimeSpan WidestOfTicks = TimeSpan.FromMinutes(1);

    // A step that suits the tick may be so much wider than need be, and no more: a line of a few points says little.
    private const double MostWidening = 3;

    // Widths that people count in; past the last one, whole days. From a minute on, each is a multiple of a roll-up.
    private static readonly TimeSpan[] Nice =
    [
        .. from seconds in new[]
           {
               0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30,
               60, 2 * 60, 5 * 60, 10 * 60, 15 * 60, 30 * 60,
               3600, 2 * 3600, 6 * 3600, 12 * 3600, 24 * 3600,
           }
           select TimeSpan.FromSeconds(seconds),
    ];

    /// <summary>Chooses the finest step, a multiple of the tick where it can be, that keeps a range within <see cref="SeriesEngine.MaxPoints"/>.</summary>
    public static TimeSpan For(TimeRange range, TimeSpan tickInterval)
    {
        var tick = Max(tickInterval, TimeSpan.FromTicks(1));
        var finest = Divide(range.Length, SeriesEngine.MaxPoints);
        if (tick >= finest)
            return tick;

        if (finest > Nice[^1])
            return RoundUp(finest, TimeSpan.FromDays(1));

        foreach (var step in Nice)
        {
            if (step >= finest && step <= finest * MostWidening && step.Ticks % tick.Ticks == 0)
                return step;
        }

        return finest > WidestOfTicks ? Nice.First(step => step >= finest) : RoundUp(finest, tick);
    }

    /// <summary>Chooses a step for at most so many points that is a multiple of a finer one.</summary>
    public static TimeSpan Coarse(TimeRange range, TimeSpan finer, int points) => RoundUp(Divide(range.Length, points), finer);

    /// <summary>Widens a step that would give a range more than <see cref="SeriesEngine.MaxPoints"/>.</summary>
    public static TimeSpan Fit(TimeRange range, TimeSpan step) =>
        step > TimeSpan.Zero && Divide(range.Length, SeriesEngine.MaxPoints) <= step ? step : For(range, step);

    /// <summary>Moves a range back to multiples of the step since 1970, and keeps it within <see cref="SeriesEngine.MaxPoints"/>.</summary>
    public static TimeRange Align(TimeRange range, TimeSpan step)
    {
        var end = Floor(range.End, step);
        var earliest = end - (SeriesEngine.MaxPoints * step);
        var start = Floor(range.Start, step);
        return new(start > earliest ? start : earliest, end);
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step)
    {
        var past = (time - DateTimeOffset.UnixEpoch).Ticks % step.Ticks;
        return time.AddTicks(past < 0 ? -past - step.Ticks : -past);
    }

    private static TimeSpan RoundUp(TimeSpan value, TimeSpan unit) =>
        TimeSpan.FromTicks((value.Ticks + unit.Ticks - 1) / unit.Ticks * unit.Ticks);

    private static TimeSpan Divide(TimeSpan value, int parts) => TimeSpan.FromTicks((value.Ticks + parts - 1) / parts);

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
