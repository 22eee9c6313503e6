using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>Bytes sent and received since the network interfaces came up.</summary>
internal sealed record NetworkIo(
    [property: JsonPropertyName("bytes_sent")] double? BytesSent,
    [property: JsonPropertyName("bytes_received")] double? BytesReceived);
