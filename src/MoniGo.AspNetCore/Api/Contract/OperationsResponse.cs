using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET operations</c> answers, newest first.</summary>
internal sealed record OperationsResponse(
    [property: JsonPropertyName("operations")] IReadOnlyList<OperationResponse> Operations);
