using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET exporters</c> answers.</summary>
internal sealed record ExportersResponse(
    [property: JsonPropertyName("exporters")] IReadOnlyList<ExporterResponse> Exporters);
