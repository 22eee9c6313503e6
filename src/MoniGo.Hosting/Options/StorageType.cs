namespace MoniGo;

/// <summary>Says where the history is kept.</summary>
public enum StorageType
{
    /// <summary>In files of a directory: it survives restarts.</summary>
    Disk,

    /// <summary>In memory only: it ends with the process.</summary>
    Memory,
}
