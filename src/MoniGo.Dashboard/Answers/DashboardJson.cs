using System.Text.Json.Serialization;

namespace MoniGo.Dashboard;

/// <summary>The dashboard's own JSON, whatever the host's settings are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(TickAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
[JsonSerializable(typeof(AssetEntry[]))]
internal sealed partial class DashboardJson : JsonSerializerContext;
