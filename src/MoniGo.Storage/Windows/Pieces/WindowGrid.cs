namespace MoniGo.Storage;

/// <summary>Tells where windows end: at multiples of a step since 1970.</summary>
internal static class WindowGrid
{
    /// <summary>Finds the end of the window that a moment falls into; the moment itself where the step is zero. All in .NET ticks.</summary>
    public static long EndOf(long time, long step)
    {
        if (step <= 0)
            return time;

        var past = (time - DateTime.UnixEpoch.Ticks) % step;
        if (past < 0)
            past += step;

        // A step of centuries ends behind the last moment there is.
        return past == 0 ? time : Math.Min(time, DateTime.MaxValue.Ticks - (step - past)) + (step - past);
    }
}
