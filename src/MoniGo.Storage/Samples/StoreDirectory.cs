using System.Globalization;

namespace MoniGo.Storage;

/// <summary>The store's directory while this process holds its lock (FORMAT.md, first section).</summary>
/// <remarks>Everything here may throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>. Used by one thread at a time.</remarks>
internal sealed class StoreDirectory : IDisposable
{
    private const string Temporary = ".tmp";
    private const int MaxAside = 64;

    private readonly IFileLayer _files;
    private readonly IDisposable _lock;
    private readonly HashSet<string> _halfMade = new(StringComparer.Ordinal);
    private readonly HashSet<string> _old = new(StringComparer.Ordinal);

    private StoreDirectory(IFileLayer files, string path, IDisposable held)
    {
        (_files, Path, _lock) = (files, path, held);
        foreach (var name in Rooms)
            files.CreateDirectory(In(name));
    }

    public string Path { get; }

    /// <summary>Gets the number of files that were found damaged, this time or before.</summary>
    public int AsideCount => _files.List(In("aside")).Count;

    private static string[] Rooms => ["wal", "aside", .. Enum.GetValues<Tier>().Select(RoomOf)];

    /// <summary>Takes the directory; null while another process, or another host of this one, holds it.</summary>
    public static StoreDirectory? TryTake(IFileLayer files, string path, string owner)
    {
        files.CreateDirectory(path);
        var held = files.TryLock(System.IO.Path.Combine(path, "lock"), owner);
        if (held is null)
            return null;

        try
        {
            var taken = new StoreDirectory(files, path, held);
            taken.Tidy();
            return taken;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Makes the path of a segment.</summary>
    public string SegmentPath(Tier tier, DateTimeOffset first, long number) =>
        In(RoomOf(tier), string.Create(CultureInfo.InvariantCulture, $"{first.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{number:D10}.seg"));

    /// <summary>Makes the path of a log.</summary>
    public string LogPath(long number) => In("wal", string.Create(CultureInfo.InvariantCulture, $"{number:D10}.wal"));

    /// <summary>Lists the segments by number.</summary>
    public IReadOnlyList<(long Number, string Path)> Segments() =>
        [.. from tier in Enum.GetValues<Tier>() from file in Numbered(RoomOf(tier), ".seg") orderby file.Number select file];

    /// <summary>Lists the logs by number.</summary>
    public IReadOnlyList<(long Number, string Path)> Logs() => Numbered("wal", ".wal");

    /// <summary>Writes a file so that it is there whole, or not at all, whatever happens.</summary>
    /// <param name="path">Its final name.</param>
    /// <param name="write">Writes the content; false when there is nothing to keep.</param>
    public bool WriteWhole(string path, Func<IWritableFile, bool> write)
    {
        var temporary = path + Temporary;
        var isNamed = false;
        try
        {
            using (var file = _files.Create(temporary))
            {
                if (!write(file))
                    return Remove(temporary);

                file.Sync();
            }

            isNamed = true;
            _files.Rename(temporary, path);
            _files.SyncDirectory(System.IO.Path.GetDirectoryName(path)!);
            return true;
        }
        catch
        {
            TryDelete(temporary); // a full disk must not be kept full by what did not fit
            if (isNamed)
                Discard(path);

            throw;
        }
    }

    /// <summary>Takes back a file that is part of something that failed; if it stays, <see cref="TidyUp"/> deletes it.</summary>
    public void Discard(string path)
    {
        _halfMade.Add(path);
        TryDelete(path);
    }

    /// <summary>Deletes a file that nobody needs; one that stays is deleted later.</summary>
    public void Drop(string path)
    {
        if (!TryDelete(path))
            _old.Add(path);
    }

    /// <summary>Deletes what could not be deleted, before anything is made in its place: both together would count double.</summary>
    public void TidyUp()
    {
        _old.RemoveWhere(TryDelete);
        if (_halfMade.Count == 0)
            return;

        foreach (var path in _halfMade)
            _files.Delete(path);

        foreach (var room in _halfMade.Select(System.IO.Path.GetDirectoryName).Distinct())
            _files.SyncDirectory(room!);

        _halfMade.Clear();
    }

    /// <summary>Deletes a file; false when the disk does not let us.</summary>
    public bool TryDelete(string path)
    {
        try
        {
            _files.Delete(path);
            return true;
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            return false;
        }
    }

    /// <summary>Moves a damaged file out of the way, where people can look at it; the oldest of many are deleted.</summary>
    /// <returns>False when it stays where it is, as the disk does not let us.</returns>
    public bool TrySetAside(string path)
    {
        try
        {
            _files.Rename(path, In("aside", System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)) + "-" + System.IO.Path.GetFileName(path)));
            foreach (var name in _files.List(In("aside")).SkipLast(MaxAside))
                TryDelete(In("aside", name));

            return true;
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            return false;
        }
    }

    /// <summary>Makes the names of the logs survive the machine.</summary>
    public void SyncLogs() => _files.SyncDirectory(In("wal"));

    /// <summary>Finds out whether the directory can be written now.</summary>
    public void Probe()
    {
        Span<byte> bytes = stackalloc byte[4096];
        bytes.Clear();
        var path = In("wal", "probe" + Temporary);
        try
        {
            using var file = _files.Create(path);
            for (var i = 0; i < 64; i++)
                file.Append(bytes);

            file.Sync();
        }
        finally
        {
            TryDelete(path);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static string RoomOf(Tier tier) => tier switch { Tier.Raw => "raw", Tier.Minute => "minute", _ => "hour" };

    // What a crash left half-written was never acknowledged; a repository must not swallow the history. A full disk can still be read.
    private void Tidy()
    {
        foreach (var room in Rooms)
        {
            foreach (var name in _files.List(In(room)).Where(name => name.EndsWith(Temporary, StringComparison.Ordinal)))
                TryDelete(In(room, name));
        }

        try
        {
            using var ignore = _files.Create(In(".gitignore"));
            ignore.Append("*\n"u8);
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            // It is written at the next start.
        }
    }

    private List<(long Number, string Path)> Numbered(string room, string extension)
    {
        List<(long, string)> found = [];
        foreach (var name in _files.List(In(room)))
        {
            var digits = name.EndsWith(extension, StringComparison.Ordinal) ? name[..^extension.Length].Split('-')[^1] : "";
            if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                found.Add((number, In(room, name)));
        }

        found.Sort();
        return found;
    }

    private bool Remove(string temporary)
    {
        _files.Delete(temporary);
        return false;
    }

    private string In(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);
}
