using System.Text.RegularExpressions;

namespace MoniGo.Tests;

/// <summary>Each tour in <c>src/README.md</c> leads through eight stops that exist.</summary>
public sealed partial class TourTests
{
    private const int Stops = 8;

    [Fact]
    public void Every_path_of_the_tours_exists_and_each_has_eight_stops()
        => Rule.Holds(Violations(Repository.Read("src/README.md"), path => Repository.Has(path) || Repository.Has("src/" + path)));

    [Fact]
    public void A_path_that_is_gone_and_a_missing_stop_are_found()
    {
        const string Readme = """
            ## The tour
            Follow it from `Gone/Start.cs`.
            1. `MoniGo.Signals/Series/Sample.cs` keeps `Value`.
            ## After it
            `Gone/Elsewhere.cs`
            """;

        Assert.Equal(
            ["the tour names Gone/Start.cs, which does not exist", "the tour has 1 stops, not 8"],
            Violations(Readme, path => !path.StartsWith("Gone", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_stop_without_a_file_is_found()
    {
        var readme = "## The tour\n" + string.Join('\n', Enumerable.Range(1, Stops).Select(stop => stop == 3 ? $"{stop}. nothing" : $"{stop}. `a/b.cs`"));

        Assert.Equal(["stop 3 names no file"], Violations(readme, _ => true));
    }

    [Fact]
    public void A_second_tour_that_is_too_short_is_found()
    {
        var readme = "## The tour\n" + string.Join('\n', Enumerable.Range(1, Stops).Concat([1, 2]).Select(stop => $"{stop}. `a/b.cs`"));

        Assert.Equal(["the tour has 2 stops, not 8"], Violations(readme, _ => true));
    }

    [Fact]
    public void A_readme_without_a_tour_is_found()
        => Assert.Equal(["there is no section '## The tour'"], Violations("# Map", _ => true));

    private static IEnumerable<string> Violations(string readme, Func<string, bool> exists)
    {
        var lines = readme.Split('\n').Select(line => line.TrimEnd())
            .SkipWhile(line => line != "## The tour").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .ToList();
        if (lines.Count == 0)
            return ["there is no section '## The tour'"];

        var stops = lines.Where(line => Stop().IsMatch(line)).ToList();
        return lines.SelectMany(Paths).Where(path => !exists(path)).Select(path => $"the tour names {path}, which does not exist")
            .Concat(Lengths(stops).Where(length => length != Stops).Select(length => $"the tour has {length} stops, not {Stops}"))
            .Concat(stops.Where(stop => !Paths(stop).Any()).Select(stop => $"stop {stop.Split('.')[0]} names no file"));
    }

    // A tour begins at its first stop.
    private static IEnumerable<int> Lengths(List<string> stops) => stops
        .Aggregate(new List<int>(), (lengths, stop) =>
        {
            if (lengths.Count == 0 || stop.StartsWith("1. ", StringComparison.Ordinal))
                lengths.Add(0);

            lengths[^1]++;
            return lengths;
        })
        .DefaultIfEmpty();

    private static IEnumerable<string> Paths(string line) => Path().Matches(line).Select(match => match.Groups["path"].Value);

    [GeneratedRegex(@"^\d+\. ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stop();

    /// <summary>What is in back-ticks and holds a slash, but is not a route.</summary>
    [GeneratedRegex(@"`(?<path>[\w.][\w.\-]*(?:/[\w.\-]+)+/?)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();
}
