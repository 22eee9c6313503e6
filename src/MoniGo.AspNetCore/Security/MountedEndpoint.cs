using Microsoft.AspNetCore.Http;

namespace MoniGo.AspNetCore;

/// <summary>What the guard knows about one of our endpoints.</summary>
internal sealed record MountedEndpoint(Mount Mount, MountGroupKind Group, Protection Protection, EndpointMetadataCollection Metadata)
{
    /// <summary>Reads an endpoint; null when it is not ours.</summary>
    public static MountedEndpoint? From(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<MountMetadata>() is { } mark
            ? new(mark.Mount, mark.Group, ProtectionReader.Of(endpoint.Metadata), endpoint.Metadata)
            : null;
}
