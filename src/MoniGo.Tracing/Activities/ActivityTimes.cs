using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>When activities began and ended, by the system's clock.</summary>
internal static class ActivityTimes
{
    public static DateTimeOffset Begin(this Activity activity) => new(activity.StartTimeUtc);

    public static DateTimeOffset End(this Activity activity) => activity.Begin() + activity.Duration;
}
