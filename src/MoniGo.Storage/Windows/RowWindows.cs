namespace MoniGo.Storage;

/// <summary>Says which window of time a moment falls into.</summary>
internal static class RowWindows
{
    /// <summary>Finds the end of the window, which is included: the next multiple of the step since 1970.</summary>
    /// <remarks>With a step of zero every moment is a window of its own.</remarks>
    public static DateTimeOffset End(DateTimeOffset time, TimeSpan step) =>
        new(End(time.UtcTicks, step.Ticks), TimeSpan.Zero);

    /// <summary>Finds the end of the window in .NET ticks, UTC; a step of centuries ends with time itself.</summary>
    public static long End(long time, long step)
    {
        if (step == 0)
            return time;

        var past = (time - DateTime.UnixEpoch.Ticks) % step;
        var left = past > 0 ? step - past : -past;
        return left > DateTime.MaxValue.Ticks - time ? DateTime.MaxValue.Ticks : time + left;
    }
}
