namespace MoniGo.Storage;

/// <summary>The few things that the stores ask of a file system; tests make it fail.</summary>
/// <remarks>
/// Thread-safe. Paths are absolute. Failures are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>, nothing else.
/// A created, renamed or deleted name survives a crash of the machine only after <see cref="SyncDirectory"/>.
/// </remarks>
internal interface IFileLayer
{
    /// <summary>Makes a directory and those above it.</summary>
    void CreateDirectory(string path);

    /// <summary>Lists the names of the files in a directory, in ordinal order; none when it is absent.</summary>
    IReadOnlyList<string> List(string directory);

    /// <summary>Opens a file for reading at any place; deleting and renaming it meanwhile is allowed.</summary>
    IReadableFile OpenRead(string path);

    /// <summary>Creates a file, or empties the one that is there.</summary>
    IWritableFile Create(string path);

    /// <summary>Opens a file to append to it, creating it if need be, cut to <paramref name="length"/> if it is longer.</summary>
    IWritableFile OpenAppend(string path, long length);

    /// <summary>Renames a file within the store and replaces what had the new name.</summary>
    void Rename(string from, string to);

    /// <summary>Deletes a file; one that is absent is fine.</summary>
    void Delete(string path);

    /// <summary>Makes the names in a directory survive a crash of the machine.</summary>
    void SyncDirectory(string path);

    /// <summary>Takes the lock of a directory for as long as the answer lives; null while another holds it.</summary>
    /// <param name="path">The lock file.</param>
    /// <param name="owner">Written into it, for people.</param>
    IDisposable? TryLock(string path, string owner);

    /// <summary>Reads what the holder of a lock wrote into it; null when nothing can be read.</summary>
    string? ReadOwner(string path);
}
