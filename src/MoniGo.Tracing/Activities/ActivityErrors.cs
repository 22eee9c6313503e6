using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>Tells what ended an activity, by the tags and events that OpenTelemetry has for it.</summary>
internal static class ActivityErrors
{
    private const string ErrorType = "error.type";
    private const string ExceptionEvent = "exception";
    private const string ExceptionType = "exception.type";

    /// <summary>Names the error; null when it went well.</summary>
    public static string? Of(Activity activity)
    {
        if (activity.GetTagItem(ErrorType) is string { Length: > 0 } type)
            return type;

        return activity.Status == ActivityStatusCode.Error ? ExceptionOf(activity) ?? "error" : null;
    }

    public static bool IsException(in ActivityEvent happening) => string.Equals(happening.Name, ExceptionEvent, StringComparison.Ordinal);

    private static string? ExceptionOf(Activity activity)
    {
        foreach (ref readonly var happening in activity.EnumerateEvents())
        {
            if (!IsException(happening))
                continue;

            foreach (var (key, value) in happening.EnumerateTagObjects())
            {
                if (string.Equals(key, ExceptionType, StringComparison.Ordinal))
                    return value as string;
            }
        }

        return null;
    }
}
