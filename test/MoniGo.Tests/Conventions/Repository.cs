namespace MoniGo.Tests;

/// <summary>The source tree these tests were built from, without what builds and tools leave in it.</summary>
internal static class Repository
{
    private static readonly string[] Left = [".git", "bin", "obj", "node_modules", "artifacts", "dist", "TestResults", "BenchmarkDotNet.Artifacts", ".vs", ".idea"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Paths below a folder of the tree, relative to its root, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files(string folder = "")
        => [.. Walk(Path.Combine(Root, folder)).Select(Relative).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder)
        => Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(inner => !Left.Contains(Path.GetFileName(inner))).SelectMany(Walk));

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "MoniGo.AspNetCore.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("These tests read the source tree, and no folder above them holds MoniGo.AspNetCore.sln.");
    }
}
