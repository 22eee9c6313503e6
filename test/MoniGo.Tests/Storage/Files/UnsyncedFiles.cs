using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>The machine's files without waiting for the disk, for tests that live through days and cut no power.</summary>
internal sealed class UnsyncedFiles : IFileLayer
{
    private readonly PhysicalFiles _files = new();

    public void CreateDirectory(string path) => _files.CreateDirectory(path);

    public IReadOnlyList<string> List(string directory) => _files.List(directory);

    public IReadableFile OpenRead(string path) => _files.OpenRead(path);

    public IWritableFile Create(string path) => new Unsynced(_files.Create(path));

    public IWritableFile OpenAppend(string path, long length) => new Unsynced(_files.OpenAppend(path, length));

    public void Rename(string from, string to) => _files.Rename(from, to);

    public void Delete(string path) => _files.Delete(path);

    public void SyncDirectory(string path)
    {
        // What is renamed is seen at once by this machine, which does not fail here.
    }

    public IDisposable? TryLock(string path, string owner) => _files.TryLock(path, owner);

    public string? ReadOwner(string path) => _files.ReadOwner(path);

    private sealed class Unsynced(IWritableFile file) : IWritableFile
    {
        public long Length => file.Length;

        public void Append(ReadOnlySpan<byte> bytes) => file.Append(bytes);

        public void Sync()
        {
            // The operating system has the bytes, and the machine does not fail here.
        }

        public void Dispose() => file.Dispose();
    }
}
