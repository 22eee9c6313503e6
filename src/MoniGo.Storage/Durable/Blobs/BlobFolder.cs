using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The files of the ring of captures, one for each blob, named by its id.</summary>
/// <remarks>Thread-safe as far as ids differ.</remarks>
internal sealed class BlobFolder(IFileLayer files, string root)
{
    private const string Extension = ".blob";

    private readonly PortFolder _folder = new(files, root, "blobs");

    /// <summary>Reads what each file holds, sets damaged ones aside, and deletes unfinished ones.</summary>
    public List<Blob> Load(Action<string> tell)
    {
        List<Blob> found = [];
        foreach (var name in _folder.List())
        {
            if (name.EndsWith(PortFolder.Unfinished, StringComparison.Ordinal))
                _folder.TryDelete(name);
            else if (IdOf(name) is { } id && TryReadInfo(id, tell) is { } blob)
                found.Add(blob);
        }

        return found;
    }

    /// <summary>Makes the file of a blob; it survives the machine from here on.</summary>
    public void Write(Blob blob)
    {
        _folder.Create();
        var name = blob.Id + Extension;
        try
        {
            BlobFile.Write(files, _folder.PathOf(name + PortFolder.Unfinished), blob);
            _folder.Publish(name);
        }
        catch
        {
            _folder.TryDelete(name + PortFolder.Unfinished); // on a full disk it would take what others need
            _folder.TryDelete(name);
            throw;
        }
    }

    /// <summary>Reads a blob with its content; null when its file is gone, or damaged and set aside.</summary>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    public Blob? TryRead(string id, Action<string> tell) => TryRead(id, BlobFile.Read, tell);

    public void TryDelete(string id) => _folder.TryDelete(id + Extension);

    private Blob? TryReadInfo(string id, Action<string> tell)
    {
        try
        {
            return TryRead(id, BlobFile.ReadInfo, tell);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            tell($"{id}{Extension} is left out: {failure.Message}"); // the next start tries again
            return null;
        }
    }

    private Blob? TryRead(string id, Func<IFileLayer, string, string, Blob> read, Action<string> tell)
    {
        try
        {
            return read(files, _folder.PathOf(id + Extension), id);
        }
        catch (DamagedDataException damage)
        {
            SetAside(id, damage, tell);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Dropped a moment ago, or deleted by somebody else.
        }

        return null;
    }

    private void SetAside(string id, DamagedDataException damage, Action<string> tell)
    {
        tell($"{id}{Extension} is damaged and set aside. {damage.Message}");
        try
        {
            _folder.SetAside(id + Extension);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Where nothing can be renamed it stays, and is found again at the next start.
        }
    }

    private static string? IdOf(string name) =>
        name.EndsWith(Extension, StringComparison.Ordinal) && BlobId.NumberOf(name[..^Extension.Length]) is not null
            ? name[..^Extension.Length]
            : null;
}
