namespace MoniGo.Tests;

/// <summary>What <see cref="FaultyFiles"/> can let fail.</summary>
[Flags]
internal enum FileOperations
{
    None = 0,
    CreateDirectory = 1,
    List = 2,
    OpenRead = 4,
    Read = 8,
    Create = 16,
    Append = 32,
    Sync = 64,
    Rename = 128,
    Delete = 256,
    SyncDirectory = 512,
    Lock = 1024,

    /// <summary>Everything that changes something, as on a directory that is read-only.</summary>
    Writes = CreateDirectory | Create | Append | Sync | Rename | Delete | SyncDirectory | Lock,

    /// <summary>Everything.</summary>
    All = Writes | List | OpenRead | Read,
}
