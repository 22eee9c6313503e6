namespace MoniGo.Signals;

/// <summary>The answer to a blob look-up.</summary>
/// <param name="Blob">The blob, or null.</param>
/// <param name="Expired">True when the id was valid once and the ring has dropped it since.</param>
public readonly record struct BlobLookup(Blob? Blob, bool Expired);
