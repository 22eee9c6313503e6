using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET function-details</c> answers: rendered text.</summary>
internal sealed record FunctionDetailsResponse(
    [property: JsonPropertyName("function_name")] string FunctionName,
    [property: JsonPropertyName("core_profile")] CoreProfileResponse CoreProfile,
    [property: JsonPropertyName("function_code_trace")] string FunctionCodeTrace);
