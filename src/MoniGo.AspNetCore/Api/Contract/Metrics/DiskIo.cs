using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>Bytes read and written since the machine and the process started.</summary>
internal sealed record DiskIo(
    [property: JsonPropertyName("read_bytes")] long? ReadBytes,
    [property: JsonPropertyName("write_bytes")] long? WriteBytes,
    [property: JsonPropertyName("service_read_bytes")] long? ServiceReadBytes,
    [property: JsonPropertyName("service_write_bytes")] long? ServiceWriteBytes);
