using System.Text.Json.Serialization;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>The form in which exception groups are kept.</summary>
[JsonSerializable(typeof(ExceptionGroup))]
[JsonSerializable(typeof(List<ExceptionGroup>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ExceptionGroupJson : JsonSerializerContext;
