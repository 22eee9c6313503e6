namespace MoniGo.Tests;

/// <summary>A directory of its own for one test, deleted with all that is in it.</summary>
internal sealed class TestDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("monigo-test-").FullName;

    /// <summary>Gets the files below a room of the store, with their paths.</summary>
    public string[] Files(string room, string pattern = "*")
    {
        var path = System.IO.Path.Combine(Path, room);
        return Directory.Exists(path) ? [.. Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal)] : [];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
