using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>A blob of the ring and where its content is.</summary>
/// <param name="Blob">The blob; its content is empty once it is on disk.</param>
/// <param name="IsOnDisk">Whether its file is written; otherwise memory has the content.</param>
internal sealed record BlobEntry(Blob Blob, bool IsOnDisk);
