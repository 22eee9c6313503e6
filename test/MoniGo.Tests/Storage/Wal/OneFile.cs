using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A file system that is one file in memory, whatever the path.</summary>
internal sealed class OneFile(MemoryFile file) : IFileLayer
{
    public void CreateDirectory(string path)
    {
    }

    public IReadOnlyList<string> List(string directory) => [];

    public IReadableFile OpenRead(string path) => file.ToReadable();

    public IWritableFile Create(string path) => file;

    public IWritableFile OpenAppend(string path, long length) => throw new NotSupportedException();

    public void Rename(string from, string to) => throw new NotSupportedException();

    public void Delete(string path) => throw new NotSupportedException();

    public void SyncDirectory(string path)
    {
    }

    public IDisposable? TryLock(string path, string owner) => null;

    public string? ReadOwner(string path) => null;
}
