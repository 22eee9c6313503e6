using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>The machine's files, with the troubles a test asks for; syncing costs nothing.</summary>
internal sealed class TroubledFiles : IFileLayer
{
    private readonly PhysicalFiles _files = new();

    /// <summary>Bytes that may still be written before the disk is full.</summary>
    public long Room { get; set; } = long.MaxValue;

    public bool IsReadOnly { get; set; }

    public bool IsUnreadable { get; set; }

    /// <summary>What a sync waits for.</summary>
    public TaskCompletionSource? Hangs { get; set; }

    /// <summary>Set, it is completed by the next sync.</summary>
    public TaskCompletionSource? Synced { get; set; }

    public int Syncs { get; private set; }

    public void CreateDirectory(string path)
    {
        if (!Directory.Exists(path))
            Write();

        _files.CreateDirectory(path);
    }

    public IReadOnlyList<string> List(string directory) => IsUnreadable ? throw new IOException("Bad disk.") : _files.List(directory);

    public IReadableFile OpenRead(string path) => IsUnreadable ? throw new IOException("Bad disk.") : _files.OpenRead(path);

    public IWritableFile Create(string path)
    {
        Write();
        return new File(this, _files.Create(path));
    }

    public IWritableFile OpenAppend(string path, long length)
    {
        Write();
        return new File(this, _files.OpenAppend(path, length));
    }

    public void Rename(string from, string to)
    {
        Write();
        _files.Rename(from, to);
    }

    public void Delete(string path)
    {
        Write();
        _files.Delete(path);
    }

    public void SyncDirectory(string path) => Write();

    public IDisposable? TryLock(string path, string owner) => _files.TryLock(path, owner);

    public string? ReadOwner(string path) => _files.ReadOwner(path);

    private void Write()
    {
        if (IsReadOnly)
            throw new UnauthorizedAccessException("Read-only.");
    }

    private sealed class File(TroubledFiles layer, IWritableFile file) : IWritableFile
    {
        public long Length => file.Length;

        /// <summary>Writes as much as there is room for, as disks do.</summary>
        public void Append(ReadOnlySpan<byte> bytes)
        {
            layer.Write();
            var fits = (int)Math.Min(bytes.Length, layer.Room);
            file.Append(bytes[..fits]);
            layer.Room -= fits;
            if (fits < bytes.Length)
                throw new IOException("No space left.");
        }

        public void Sync()
        {
            layer.Write();
            layer.Hangs?.Task.GetAwaiter().GetResult();
            layer.Syncs++;
            layer.Synced?.TrySetResult();
        }

        public void Dispose() => file.Dispose();
    }
}
