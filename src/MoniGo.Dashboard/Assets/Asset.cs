namespace MoniGo.Dashboard;

/// <summary>One embedded file in its three encodings, read once.</summary>
internal sealed record Asset(AssetEntry Entry, byte[] Plain, byte[] Gzip, byte[] Brotli)
{
    /// <summary>Gets the bytes of an encoding and the strong validator that goes with them.</summary>
    /// <remarks>Each encoding has its own, as RFC 9110 8.8.3.3 asks.</remarks>
    public (byte[] Bytes, string ETag) In(string? encoding) => encoding switch
    {
        "br" => (Brotli, $"\"{Entry.Name}.br\""),
        "gzip" => (Gzip, $"\"{Entry.Name}.gz\""),
        _ => (Plain, $"\"{Entry.Name}\""),
    };
}
