namespace MoniGo.Signals;

/// <summary>Says what a blob is.</summary>
/// <param name="Kind">Short name of what it holds, such as <c>cpu-profile</c>.</param>
/// <param name="FileName">Name offered for download.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Created">When it was captured.</param>
public sealed record BlobInfo(string Kind, string FileName, string ContentType, DateTimeOffset Created);
