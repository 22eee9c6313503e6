namespace MoniGo.Signals;

/// <summary>A small versioned document.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its content.</param>
/// <param name="Version">Rises by one with each write, from 1.</param>
public sealed record StateDocument(string Key, ReadOnlyMemory<byte> Value, long Version);
