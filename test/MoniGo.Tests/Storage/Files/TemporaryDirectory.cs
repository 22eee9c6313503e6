namespace MoniGo.Tests;

/// <summary>A directory of one test, gone with it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("monigo-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Gets the paths of the files in one folder, in ordinal order; none when it is absent.</summary>
    public string[] Files(string folder) =>
        Directory.Exists(this[folder]) ? [.. Directory.GetFiles(this[folder]).Order(StringComparer.Ordinal)] : [];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
