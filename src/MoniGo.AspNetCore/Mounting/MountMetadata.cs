namespace MoniGo.AspNetCore;

/// <summary>Marks an endpoint of ours with its mount and group; of several marks the innermost, which is the last, counts.</summary>
internal sealed record MountMetadata(Mount Mount, MountGroupKind Group);
