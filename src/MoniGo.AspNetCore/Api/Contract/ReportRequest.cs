using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>The body of <c>POST reports</c>; <c>time_frame</c> is ignored, as in MoniGo.</summary>
internal sealed record ReportRequest(
    [property: JsonPropertyName("topic")] string? Topic,
    [property: JsonPropertyName("start_time")] string? StartTime,
    [property: JsonPropertyName("end_time")] string? EndTime);
