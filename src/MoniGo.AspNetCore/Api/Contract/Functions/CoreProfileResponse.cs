using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>The two profiles of a function, as text.</summary>
internal sealed record CoreProfileResponse(
    [property: JsonPropertyName("cpu_profile")] string CpuProfile,
    [property: JsonPropertyName("mem_profile")] string MemProfile);
