using System.Xml.Linq;

namespace MoniGo.Tests;

/// <summary>The arrows between the rooms are those that <c>src/README.md</c> draws.</summary>
public sealed class ArrowTests
{
    private const string Table = """
        | project | one sentence | may reference |
        |---|---|---|
        | `MoniGo.Signals` | The words. | nothing |
        | `MoniGo.Query` | Answers. | Signals |
        | `MoniGo.Storage.Postgres`, `MoniGo.Storage.Prometheus` | Stores. | Signals (and one day Wire) |
        """;

    [Fact]
    public void Every_project_reference_in_src_is_an_arrow_of_the_map()
        => Rule.Holds(Violations(RoomMap.Parse(Repository.Read("src/README.md")), References()));

    [Fact]
    public void The_map_names_no_room_that_it_does_not_explain()
        => Rule.Holds(RoomMap.Parse(Repository.Read("src/README.md")).Unknown());

    [Fact]
    public void An_arrow_that_is_not_drawn_is_found()
        => Assert.Equal(
            ["MoniGo.Signals may not reference MoniGo.Query"],
            Violations(RoomMap.Parse(Table), [("MoniGo.Signals", ["MoniGo.Query"]), ("MoniGo.Query", ["MoniGo.Signals"])]));

    [Fact]
    public void A_project_outside_the_map_is_found()
        => Assert.Equal(["MoniGo.Extra is not in the table of src/README.md"], Violations(RoomMap.Parse(Table), [("MoniGo.Extra", [])]));

    [Fact]
    public void A_room_that_is_only_referenced_is_found()
        => Assert.Equal(["MoniGo.Ghost"], RoomMap.Parse("| `MoniGo.A` | x | Ghost |").Unknown());

    [Fact]
    public void A_row_for_two_stores_holds_for_both()
    {
        var map = RoomMap.Parse(Table);

        Assert.True(map.Allows("MoniGo.Storage.Prometheus", "MoniGo.Signals"));
        Assert.False(map.Allows("MoniGo.Storage.Postgres", "MoniGo.Wire"));
        Assert.Empty(map.Unknown());
    }

    private static IEnumerable<string> Violations(RoomMap map, IEnumerable<(string From, string[] To)> references)
    {
        foreach (var (from, to) in references)
        {
            if (!map.Rooms.Contains(from))
                yield return $"{from} is not in the table of src/README.md";
            foreach (var target in to.Where(target => !map.Allows(from, target)))
                yield return $"{from} may not reference {target}";
        }
    }

    private static IEnumerable<(string From, string[] To)> References()
        => Repository.Files("src")
            .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => (Path.GetFileNameWithoutExtension(path), Targets(XDocument.Parse(Repository.Read(path)))));

    private static string[] Targets(XDocument project)
        => [.. project.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];
}
