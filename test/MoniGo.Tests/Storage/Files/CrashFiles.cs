using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A machine's file system in memory, whose power can be cut.</summary>
/// <remarks>
/// It promises what POSIX promises and no more. Of bytes that were appended and not synced, a random part of the front survives, and
/// the end of that part may read as zeros. Each name that was created, renamed or deleted since its directory was synced stays or reverts, each
/// by itself. Directories survive. By a seed, so a failure can be repeated. Thread-safe.
/// Where a power cut or a kill leaves this object, every call fails with <see cref="IOException"/>, as does every open file.
/// </remarks>
internal sealed class CrashFiles(int seed) : IFileLayer
{
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CrashFile> _names = [];
    private readonly Dictionary<string, CrashFile> _durableNames = [];
    private readonly List<Change> _changes = [];
    private readonly HashSet<string> _directories = [];
    private readonly Dictionary<string, string> _locks = [];
    private bool _isGone;

    /// <summary>Cuts the power; the answer is the machine after it has started again.</summary>
    public CrashFiles Crash()
    {
        lock (_gate)
        {
            var likelihood = _random.Next(3) / 2.0;
            foreach (var change in _changes.Where(_ => _random.NextDouble() < likelihood))
                change.Apply(_durableNames);

            return Restart(_durableNames, file => file.AfterCrash(_random));
        }
    }

    /// <summary>Kills the process; what it handed to the operating system stays.</summary>
    public CrashFiles Kill()
    {
        lock (_gate)
        {
            return Restart(_names, file => file.Everything());
        }
    }

    public void CreateDirectory(string path)
    {
        lock (Running())
        {
            for (var directory = path; directory is not null; directory = Path.GetDirectoryName(directory))
                _directories.Add(directory);
        }
    }

    public IReadOnlyList<string> List(string directory)
    {
        lock (Running())
        {
            return [.. _names.Keys.Where(path => Path.GetDirectoryName(path) == directory).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
    }

    public IReadableFile OpenRead(string path)
    {
        lock (Running())
        {
            return new Handle(this, Find(path));
        }
    }

    public IWritableFile Create(string path) => OpenAppend(path, 0);

    public IWritableFile OpenAppend(string path, long length)
    {
        lock (Running())
        {
            CheckDirectory(path);
            if (!_names.TryGetValue(path, out var file))
                Make(new((path, file = new())));

            file.Cut(length);
            return new Handle(this, file);
        }
    }

    public void Rename(string from, string to)
    {
        lock (Running())
        {
            CheckDirectory(to);
            Make(new((to, Find(from)), (from, null)));
        }
    }

    public void Delete(string path)
    {
        lock (Running())
        {
            if (_names.ContainsKey(path))
                Make(new((path, null)));
        }
    }

    public void SyncDirectory(string path)
    {
        lock (Running())
        {
            foreach (var change in _changes.Where(change => change.IsIn(path)))
                change.Apply(_durableNames);

            _changes.RemoveAll(change => change.IsIn(path));
        }
    }

    public IDisposable? TryLock(string path, string owner)
    {
        lock (Running())
        {
            CheckDirectory(path);
            return _locks.TryAdd(path, owner) ? new Release(() => _locks.Remove(path), _gate) : null;
        }
    }

    public string? ReadOwner(string path)
    {
        lock (Running())
        {
            return _locks.GetValueOrDefault(path);
        }
    }

    private CrashFiles Restart(Dictionary<string, CrashFile> names, Func<CrashFile, CrashFile> survive)
    {
        _isGone = true;
        var next = new CrashFiles(_random.Next());
        next._directories.UnionWith(_directories);

        // A file with two names, as a half-done rename leaves it, stays one file.
        var survivors = names.Values.Distinct().ToDictionary(file => file, survive);
        foreach (var (path, file) in names)
            next._names[path] = next._durableNames[path] = survivors[file];

        return next;
    }

    private Lock Running() => _isGone ? throw new IOException("The machine is off.") : _gate;

    private CrashFile Find(string path) =>
        _names.TryGetValue(path, out var file) ? file : throw new FileNotFoundException($"There is no file '{path}'.", path);

    private void CheckDirectory(string path)
    {
        if (!_directories.Contains(Path.GetDirectoryName(path)!))
            throw new DirectoryNotFoundException($"There is no directory for '{path}'.");
    }

    private void Make(Change change)
    {
        change.Apply(_names);
        _changes.Add(change);
    }

    /// <summary>Names that change at once, or not at all.</summary>
    private sealed record Change(params (string Path, CrashFile? File)[] Names)
    {
        public bool IsIn(string directory) => Array.Exists(Names, name => Path.GetDirectoryName(name.Path) == directory);

        public void Apply(Dictionary<string, CrashFile> names)
        {
            foreach (var (path, file) in Names)
            {
                if (file is null)
                    names.Remove(path);
                else
                    names[path] = file;
            }
        }
    }

    /// <summary>An open file.</summary>
    private sealed class Handle(CrashFiles machine, CrashFile file) : IReadableFile, IWritableFile
    {
        private bool _isClosed;

        public long Length
        {
            get
            {
                lock (Open())
                {
                    return file.Length;
                }
            }
        }

        public int Read(long offset, Span<byte> into)
        {
            lock (Open())
            {
                return file.Read(offset, into);
            }
        }

        public void Append(ReadOnlySpan<byte> bytes)
        {
            lock (Open())
            {
                file.Append(bytes);
            }
        }

        public void Sync()
        {
            lock (Open())
            {
                file.Sync();
            }
        }

        public void Dispose() => _isClosed = true;

        private Lock Open() => _isClosed ? throw new IOException("The file is closed.") : machine.Running();
    }

    private sealed class Release(Action release, Lock gate) : IDisposable
    {
        private Action? _release = release;

        public void Dispose()
        {
            lock (gate)
            {
                _release?.Invoke();
                _release = null;
            }
        }
    }
}
