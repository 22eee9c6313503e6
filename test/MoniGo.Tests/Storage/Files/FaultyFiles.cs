using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A file system that fails on demand, around one that does not.</summary>
/// <remarks>Switches may be thrown at any time, also for files that are open. Thread-safe as far as the one inside is.</remarks>
internal sealed class FaultyFiles(IFileLayer inside) : IFileLayer
{
    private readonly Lock _gate = new();
    private long _budget = long.MaxValue;
    private int _failures;

    /// <summary>Gets or sets the operations that fail.</summary>
    public FileOperations Failing { get; set; }

    /// <summary>Gets or sets which paths they fail for; all by default.</summary>
    public Func<string, bool> Where { get; set; } = _ => true;

    /// <summary>Gets or sets what they fail with; <see cref="NoSpace"/> by default.</summary>
    public Func<Exception> Failure { get; set; } = NoSpace;

    /// <summary>Gets or sets the bytes that fit on the disk; an append that does not fit is torn. Deleting frees nothing.</summary>
    public long Budget
    {
        get => Volatile.Read(ref _budget);
        set => Volatile.Write(ref _budget, value);
    }

    /// <summary>Gets how often something failed.</summary>
    public int Failures => Volatile.Read(ref _failures);

    public static Exception NoSpace() =>
        new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);

    public static Exception Denied() => new UnauthorizedAccessException("Access to the path is denied.");

    public void CreateDirectory(string path)
    {
        Check(FileOperations.CreateDirectory, path);
        inside.CreateDirectory(path);
    }

    public IReadOnlyList<string> List(string directory)
    {
        Check(FileOperations.List, directory);
        return inside.List(directory);
    }

    public IReadableFile OpenRead(string path)
    {
        Check(FileOperations.OpenRead, path);
        return new FaultyReadable(this, path, inside.OpenRead(path));
    }

    public IWritableFile Create(string path)
    {
        Check(FileOperations.Create, path);
        return new FaultyWritable(this, path, inside.Create(path));
    }

    public IWritableFile OpenAppend(string path, long length)
    {
        Check(FileOperations.Create, path);
        return new FaultyWritable(this, path, inside.OpenAppend(path, length));
    }

    public void Rename(string from, string to)
    {
        Check(FileOperations.Rename, from);
        inside.Rename(from, to);
    }

    public void Delete(string path)
    {
        Check(FileOperations.Delete, path);
        inside.Delete(path);
    }

    public void SyncDirectory(string path)
    {
        Check(FileOperations.SyncDirectory, path);
        inside.SyncDirectory(path);
    }

    public IDisposable? TryLock(string path, string owner)
    {
        Check(FileOperations.Lock, path);
        return inside.TryLock(path, owner);
    }

    public string? ReadOwner(string path) => inside.ReadOwner(path);

    private IFileLayer Inside => inside;

    private void Check(FileOperations operation, string path)
    {
        if ((Failing & operation) != FileOperations.None && Where(path))
            throw Fail(Failure());
    }

    private Exception Fail(Exception failure)
    {
        Interlocked.Increment(ref _failures);
        return failure;
    }

    /// <summary>Takes bytes from the budget and gives how many there were.</summary>
    private int Take(int bytes)
    {
        lock (_gate)
        {
            var taken = (int)Math.Min(bytes, Budget);
            if (Budget != long.MaxValue)
                Budget -= taken;

            return taken;
        }
    }

    private sealed class FaultyReadable(FaultyFiles files, string path, IReadableFile file) : IReadableFile
    {
        public long Length => file.Length;

        public int Read(long offset, Span<byte> into)
        {
            files.Check(FileOperations.Read, path);
            return file.Read(offset, into);
        }

        public void Dispose() => file.Dispose();
    }

    private sealed class FaultyWritable(FaultyFiles files, string path, IWritableFile file) : IWritableFile
    {
        private IWritableFile _file = file;

        public long Length { get; private set; } = file.Length;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            files.Check(FileOperations.Append, path);
            CutTorn();
            var fitting = files.Take(bytes.Length);
            _file.Append(bytes[..fitting]);
            if (fitting < bytes.Length)
                throw files.Fail(NoSpace());

            Length += fitting;
        }

        public void Sync()
        {
            files.Check(FileOperations.Sync, path);
            _file.Sync();
        }

        public void Dispose() => _file.Dispose();

        /// <summary>Cuts what a torn append left, since the next one writes over it.</summary>
        private void CutTorn()
        {
            if (_file.Length == Length)
                return;

            _file.Dispose();
            _file = files.Inside.OpenAppend(path, Length);
        }
    }
}
