using MoniGo.Collectors;

namespace MoniGo.Tests;

/// <summary>A folder that stands for a machine's root: the committed fixtures, or a copy that a test may change.</summary>
internal sealed class FixtureRoot : IDisposable
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Collectors", "Fixtures");

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "monigo-" + Guid.NewGuid().ToString("N"));

    public FixtureRoot(string? copyOf = null)
    {
        Directory.CreateDirectory(_folder);
        foreach (var file in copyOf is null ? [] : Directory.EnumerateFiles(Path.Combine(Fixtures, copyOf), "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(Path.Combine(Fixtures, copyOf!), file), File.ReadAllText(file));

        Root = new(_folder);
    }

    public ProcRoot Root { get; }

    public static ProcRoot Of(string fixture) => new(Path.Combine(Fixtures, fixture));

    public void Write(string path, string content)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    public void Delete(string path) => File.Delete(Path.Combine(_folder, path));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
