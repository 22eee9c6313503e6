using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>One of MoniGo's 27 memory records; where .NET has no equivalent the description says why.</summary>
internal sealed record MemoryRecord(
    [property: JsonPropertyName("record_name")] string RecordName,
    [property: JsonPropertyName("record_description")] string RecordDescription,
    [property: JsonPropertyName("record_value")] double RecordValue,
    [property: JsonPropertyName("record_unit")] string RecordUnit,
    [property: JsonPropertyName("available")] bool Available);
