using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Files of a machine whose power goes off after a number of steps; what was not synced may be lost.</summary>
internal sealed class PowerCutFiles(int steps) : IFileLayer
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _directories = new(StringComparer.Ordinal);
    private readonly HashSet<string> _safeDirectories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Content> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Content> _safeNames = new(StringComparer.Ordinal);
    private int _steps = steps;

    public bool IsOff { get; private set; }

    /// <summary>Gives the machine when power is back: of what was not synced, chance decides.</summary>
    public PowerCutFiles AfterReboot(Random chance)
    {
        var rebooted = new PowerCutFiles(int.MaxValue);
        lock (_lock)
        {
            rebooted._directories.UnionWith(_directories.Where(path => _safeDirectories.Contains(path) || chance.Next(2) == 0));
            foreach (var path in _names.Keys.Union(_safeNames.Keys).Where(path => rebooted._directories.Contains(Parent(path))))
            {
                if ((chance.Next(2) == 0 ? _names : _safeNames).GetValueOrDefault(path) is { } content)
                    rebooted._names[path] = content.AfterReboot(chance);
            }
        }

        return rebooted;
    }

    public void CreateDirectory(string path) => Step(() => _directories.Add(path));

    public IReadOnlyList<string> List(string directory)
    {
        lock (_lock)
            return [.. _names.Keys.Where(path => Parent(path) == directory).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
    }

    public IReadableFile OpenRead(string path)
    {
        lock (_lock)
            return _names.TryGetValue(path, out var content) ? new MemoryReadable(content.Bytes.ToArray()) : throw new FileNotFoundException(path);
    }

    public IWritableFile Create(string path) => Step(() => new Written(this, _names[path] = new([])));

    public IWritableFile OpenAppend(string path, long length) => Step(() =>
    {
        var content = _names.TryGetValue(path, out var present) ? present : _names[path] = new([]);
        content.CutTo((int)length);
        return new Written(this, content);
    });

    public void Rename(string from, string to) => Step(() =>
    {
        _names.Remove(from, out var content);
        return _names[to] = content ?? throw new FileNotFoundException(from);
    });

    public void Delete(string path) => Step(() => _names.Remove(path));

    public void SyncDirectory(string path) => Step(() =>
    {
        foreach (var gone in _safeNames.Keys.Where(name => Parent(name) == path).ToList())
            _safeNames.Remove(gone);

        foreach (var (name, content) in _names.Where(name => Parent(name.Key) == path))
            _safeNames[name] = content;

        _safeDirectories.UnionWith(_directories.Where(directory => Parent(directory) == path));
        return path;
    });

    public IDisposable? TryLock(string path, string owner) => throw new NotSupportedException();

    public string? ReadOwner(string path) => throw new NotSupportedException();

    private static string Parent(string path) => Path.GetDirectoryName(path)!;

    private T Step<T>(Func<T> work)
    {
        lock (_lock)
        {
            IsOff |= _steps-- <= 0;
            return IsOff ? throw new IOException("The power is off.") : work();
        }
    }

    private sealed class Content(byte[] bytes)
    {
        private int _safe;

        public List<byte> Bytes { get; } = [.. bytes];

        public bool MakeSafe() => (_safe = Bytes.Count) >= 0;

        public void CutTo(int length)
        {
            if (length < Bytes.Count)
                Bytes.RemoveRange(length, Bytes.Count - length);

            _safe = Math.Min(_safe, Bytes.Count);
        }

        public Content AfterReboot(Random chance) => new([.. Bytes.Take(chance.Next(_safe, Bytes.Count + 1))]);
    }

    private sealed class Written(PowerCutFiles files, Content content) : IWritableFile
    {
        public long Length => content.Bytes.Count;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            var copy = bytes.ToArray();
            files.Step(() =>
            {
                content.Bytes.AddRange(copy);
                return true;
            });
        }

        public void Sync() => files.Step(content.MakeSafe);

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
