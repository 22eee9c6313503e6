using Microsoft.AspNetCore.Http.Metadata;

namespace MoniGo.Dashboard;

/// <summary>Tells the host's status-code pages to leave our answers alone.</summary>
internal sealed class SkipsStatusPages : ISkipStatusCodePagesMetadata
{
    /// <summary>Gets the mark.</summary>
    public static SkipsStatusPages Instance { get; } = new();
}
