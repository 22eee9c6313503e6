using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>W3C ids of calls, taken from activities where there are some.</summary>
/// <remarks>Activities of the old hierarchical format have no such ids and are passed over.</remarks>
internal static class CallIds
{
    public static string NewTrace() => ActivityTraceId.CreateRandom().ToHexString();

    public static string NewSpan() => ActivitySpanId.CreateRandom().ToHexString();

    public static string? TraceOf(Activity? activity) =>
        activity is { IdFormat: ActivityIdFormat.W3C } ? activity.TraceId.ToHexString() : null;

    public static string? SpanOf(Activity? activity) =>
        activity is { IdFormat: ActivityIdFormat.W3C } ? activity.SpanId.ToHexString() : null;

    public static string? ParentOf(Activity activity) =>
        activity.ParentSpanId == default ? null : activity.ParentSpanId.ToHexString();
}
