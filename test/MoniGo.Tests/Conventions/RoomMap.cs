using System.Text.RegularExpressions;

namespace MoniGo.Tests;

/// <summary>The table of <c>src/README.md</c>: which project may reference which.</summary>
internal sealed partial class RoomMap
{
    private readonly Dictionary<string, string[]> _allowed = new(StringComparer.Ordinal);

    public IEnumerable<string> Rooms => _allowed.Keys;

    public bool Allows(string from, string to) => _allowed.TryGetValue(from, out var targets) && targets.Contains(to);

    /// <summary>Reads rows such as <c>| `MoniGo.Query` | what it does | Signals |</c>; other lines are skipped.</summary>
    public static RoomMap Parse(string markdown)
    {
        var map = new RoomMap();
        foreach (var row in markdown.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("| `MoniGo.", StringComparison.Ordinal)))
        {
            var cells = row.Trim('|').Split('|');
            foreach (Match room in Room().Matches(cells[0]))
                map._allowed[room.Groups["room"].Value] = [.. Targets(cells[^1])];
        }
        return map;
    }

    /// <summary>Names in the last column that no row of the table explains.</summary>
    public IEnumerable<string> Unknown() => _allowed.Values.SelectMany(targets => targets).Except(_allowed.Keys).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Targets(string cell)
        => Aside().Replace(cell, "")
            .Split([',', ' ', '`', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => word is not ("nothing" or "and"))
            .Select(word => word.StartsWith("MoniGo.", StringComparison.Ordinal) ? word : "MoniGo." + word);

    [GeneratedRegex("`(?<room>MoniGo\\.[A-Za-z.]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Room();

    /// <summary>A remark in parentheses names no project.</summary>
    [GeneratedRegex(@"\([^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aside();
}
