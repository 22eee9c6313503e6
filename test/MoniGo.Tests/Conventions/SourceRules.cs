using System.Text.RegularExpressions;

namespace MoniGo.Tests;

/// <summary>How a source file of <c>src/</c> looks: short, one type, named for it, in a folder one can take in.</summary>
internal static partial class SourceRules
{
    public const int MostLines = 400;
    public const int MostFilesInAFolder = 15;

    private static readonly string[] Kinds = [".cs", ".razor", ".ts", ".mts", ".css"];

    public static bool IsSource(string path) => Kinds.Contains(Path.GetExtension(path));

    public static IEnumerable<string> Lengths(string path, string text)
    {
        var lines = text.TrimEnd('\n').Split('\n').Length;
        return lines > MostLines ? [$"{path} has {lines} lines, more than {MostLines}"] : [];
    }

    public static IEnumerable<string> Folders(IEnumerable<string> paths)
        => paths.GroupBy(path => path[..path.LastIndexOf('/')], StringComparer.Ordinal)
            .Where(folder => folder.Count() > MostFilesInAFolder)
            .Select(folder => $"{folder.Key} holds {folder.Count()} files, more than {MostFilesInAFolder}");

    public static IEnumerable<string> Names(string path)
        => path.Split('/').Where(part => Drawer().IsMatch(part)).Select(part => $"{path}: '{part}' says nothing about what is inside");

    /// <summary>One top-level type, whose name is the file's up to its first dot (so partial files may add a word).</summary>
    public static IEnumerable<string> Types(string path, string text)
    {
        var types = TopLevelTypes(text).Distinct(StringComparer.Ordinal).ToList();
        var stem = Path.GetFileName(path).Split('.')[0];
        if (types.Count > 1)
            yield return $"{path} declares {string.Join(", ", types)}: one type a file";
        else if (types.Count == 1 && types[0] != stem)
            yield return $"{path} declares {types[0]}: name the file for it";
    }

    private static IEnumerable<string> TopLevelTypes(string text)
    {
        var quoted = false;
        foreach (var line in text.Split('\n'))
        {
            if (!quoted && Declaration().Match(line) is { Success: true } declaration)
                yield return declaration.Groups["name"].Value;
            // Generated code in a raw string starts at the margin too.
            if (line.Split("\"\"\"").Length % 2 == 0)
                quoted = !quoted;
        }
    }

    [GeneratedRegex("(?:Helper|Util|Utility|Utilitie|Common|Manager|Impl)s?(?![a-z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+[^(]+?)\s+(?<name>\w+)\s*[(<:{;]?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
