using System.Text.Json.Serialization;
using MoniGo.Query;

namespace MoniGo.AspNetCore;

/// <summary>One health score, with every resource beside its limit.</summary>
internal sealed record HealthResponse(
    [property: JsonPropertyName("percent")] double Percent,
    [property: JsonPropertyName("healthy")] bool Healthy,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("icon_msg")] string IconMsg,
    [property: JsonPropertyName("grade")] string Grade,
    [property: JsonPropertyName("known")] bool Known,
    [property: JsonPropertyName("resources")] IReadOnlyList<HealthResourceResponse> Resources)
{
    /// <summary>Describes a score.</summary>
    public static HealthResponse Of(HealthReading reading) => new(
        reading.Percent,
        reading.Healthy,
        reading.Message,
        reading.Detail,
        GradeOf(reading.Grade),
        reading.IsKnown,
        [.. reading.Resources.Select(static one => new HealthResourceResponse(one.Name, one.Usage, one.Limit, one.Unit, one.Allowance))]);

    private static string GradeOf(HealthGrade grade) => grade switch
    {
        HealthGrade.Excellent => "excellent",
        HealthGrade.Good => "good",
        HealthGrade.Satisfactory => "satisfactory",
        HealthGrade.Fair => "fair",
        HealthGrade.Poor => "poor",
        _ => "critical",
    };
}
