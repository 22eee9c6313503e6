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
        try
        {
            using (var file = _files.Create(temporary))
            {
                if (!write(file))
                    return Discard(temporary);

                file.Sync();
            }

            _files.Rename(temporary, path);
            _files.SyncDirectory(System.IO.Path.GetDirectoryName(path)!);
            return true;
        }
        catch
        {
            TryDelete(temporary); // a full disk must not be kept full by what did not fit
            throw;
        }
    }

    /// <summary>Deletes a file.</summary>
    public void Delete(string path) => _files.Delete(path);

    /// <summary>Deletes a file that nobody needs; one that stays is deleted at the next start.</summary>
    public void TryDelete(string path)
    {
        try
        {
            _files.Delete(path);
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            // The disk is in trouble, which the caller knows.
        }
    }

    /// <summary>Moves a damaged file out of the way, where people can look at it; the oldest of many are deleted.</summary>
    public void SetAside(string path)
    {
        _files.Rename(path, In("aside", System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)) + "-" + System.IO.Path.GetFileName(path)));
        foreach (var name in _files.List(In("aside")).SkipLast(MaxAside))
            _files.Delete(In("aside", name));
    }

    /// <summary>Finds out whether the directory can be written now.</summary>
    public void Probe()
    {
        Span<byte> bytes = stackalloc byte[4096];
        bytes.Clear();
        var path = In("wal", "probe" + Temporary);
        using (var file = _files.Create(path))
        {
            for (var i = 0; i < 64; i++)
                file.Append(bytes);

            file.Sync();
        }

        _files.Delete(path);
    }

    public void Dispose() => _lock.Dispose();

    private static string RoomOf(Tier tier) => tier switch { Tier.Raw => "raw", Tier.Minute => "minute", _ => "hour" };

    // What a crash left half-written was never acknowledged; a repository must not swallow the history.
    private void Tidy()
    {
        foreach (var room in Rooms)
        {
            foreach (var name in _files.List(In(room)).Where(name => name.EndsWith(Temporary, StringComparison.Ordinal)))
                _files.Delete(In(room, name));
        }

        using var ignore = _files.Create(In(".gitignore"));
        ignore.Append("*\n"u8);
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

    private bool Discard(string temporary)
    {
        _files.Delete(temporary);
        return false;
    }

    private string In(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);
}
