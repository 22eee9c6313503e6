using Microsoft.AspNetCore.Http.Metadata;

namespace MoniGo.AspNetCore;

/// <summary>Keeps the host's status code pages from replacing the API's problem documents.</summary>
internal sealed class SkipsStatusCodePages : ISkipStatusCodePagesMetadata
{
    /// <summary>Gets the one instance.</summary>
    public static SkipsStatusCodePages Instance { get; } = new();
}
