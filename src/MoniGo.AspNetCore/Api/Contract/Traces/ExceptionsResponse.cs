using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET exceptions</c> answers, latest seen first.</summary>
internal sealed record ExceptionsResponse([property: JsonPropertyName("exceptions")] IReadOnlyList<ExceptionGroupResponse> Exceptions);
