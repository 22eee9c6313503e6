using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>The same record as a bare number: bytes as KiB, everything else as it is.</summary>
internal sealed record RawMemoryRecord(
    [property: JsonPropertyName("record_name")] string RecordName,
    [property: JsonPropertyName("record_value")] double RecordValue,
    [property: JsonPropertyName("available")] bool Available);
