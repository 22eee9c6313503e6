namespace MoniGo.Signals;

/// <summary>A blob of a ring.</summary>
/// <param name="Id">Its id, never used again.</param>
/// <param name="Info">What it is.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Content">Its bytes; empty in listings.</param>
public sealed record Blob(string Id, BlobInfo Info, long Length, ReadOnlyMemory<byte> Content);
