using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A machine whose power goes off after a number of steps, in the middle of whatever is going on.</summary>
internal sealed class PowerCutFiles(CrashFiles machine, int steps) : IFileLayer
{
    private int _steps = steps;

    /// <summary>Gets whether the power is off; every change fails from then on.</summary>
    public bool IsOff => Volatile.Read(ref _steps) < 0;

    public void CreateDirectory(string path) => Step().CreateDirectory(path);

    public IReadOnlyList<string> List(string directory) => machine.List(directory);

    public IReadableFile OpenRead(string path) => machine.OpenRead(path);

    public IWritableFile Create(string path) => new Written(this, Step().Create(path));

    public IWritableFile OpenAppend(string path, long length) => new Written(this, Step().OpenAppend(path, length));

    public void Rename(string from, string to) => Step().Rename(from, to);

    public void Delete(string path) => Step().Delete(path);

    public void SyncDirectory(string path) => Step().SyncDirectory(path);

    public IDisposable? TryLock(string path, string owner) => Step().TryLock(path, owner);

    public string? ReadOwner(string path) => machine.ReadOwner(path);

    private CrashFiles Step() => Interlocked.Decrement(ref _steps) < 0 ? throw new IOException("The power is off.") : machine;

    private sealed class Written(PowerCutFiles files, IWritableFile file) : IWritableFile
    {
        public long Length => file.Length;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            files.Step();
            file.Append(bytes);
        }

        public void Sync()
        {
            files.Step();
            file.Sync();
        }

        public void Dispose() => file.Dispose();
    }
}
