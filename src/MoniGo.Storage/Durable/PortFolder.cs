namespace MoniGo.Storage;

/// <summary>The directory of one port: whole files under their names, damaged ones aside.</summary>
internal sealed class PortFolder
{
    /// <summary>What ends the name of a file that is not whole yet.</summary>
    public const string Unfinished = ".tmp";

    private const int MaxAside = 64; // as many as the store itself leaves there

    private readonly string _root;
    private readonly string _path;
    private readonly string _aside;
    private bool _isNameSafe;

    public PortFolder(IFileLayer files, string root, string name) =>
        (Files, _root, _path, _aside) = (files, root, Path.Combine(root, name), Path.Combine(root, "aside"));

    public IFileLayer Files { get; }

    public string PathOf(string name) => Path.Combine(_path, name);

    public IReadOnlyList<string> List() => Files.List(_path);

    /// <summary>Makes the directory, whose name survives the machine from here on.</summary>
    public void Create()
    {
        Files.CreateDirectory(_path);
        if (!_isNameSafe)
            Files.SyncDirectory(_root);

        _isNameSafe = true;
    }

    /// <summary>Gives a file, written and synced under its unfinished name, its own; it survives the machine from here on.</summary>
    public void Publish(string name)
    {
        Files.Rename(PathOf(name + Unfinished), PathOf(name));
        Files.SyncDirectory(_path);
    }

    /// <summary>Moves a damaged file out of the way, in place of an earlier one of its name; of many, the first by name are deleted.</summary>
    public void SetAside(string name)
    {
        Files.CreateDirectory(_aside);
        Files.Rename(PathOf(name), Path.Combine(_aside, name));
        foreach (var surplus in Files.List(_aside).SkipLast(MaxAside))
            Files.Delete(Path.Combine(_aside, surplus));
    }

    /// <summary>Deletes a file if that is possible; one that stays costs space and nothing else.</summary>
    public void TryDelete(string name)
    {
        try
        {
            Files.Delete(PathOf(name));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is tried again when the directory is next opened.
        }
    }
}
