using System.Xml.Linq;

namespace MoniGo.Tests;

/// <summary>Every package of <c>src/</c> is documented, trim-safe, nullable and packed alike.</summary>
public sealed class ProjectTests
{
    /// <summary>Set once in Directory.Build.props; a project that sets one again would drift.</summary>
    private static readonly Dictionary<string, string> Shared = new(StringComparer.Ordinal)
    {
        ["GenerateDocumentationFile"] = "true",
        ["DisableTransitiveProjectReferences"] = "true",
        ["IsAotCompatible"] = "true",
        ["IsPackable"] = "true",
        ["Nullable"] = "enable",
        ["TreatWarningsAsErrors"] = "true",
        ["PackageLicenseExpression"] = "Apache-2.0",
        ["PackageReadmeFile"] = "README.md",
    };

    private static readonly string[] Projects = [.. Repository.Files("src").Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))];

    [Fact]
    public void The_shared_properties_are_set_for_all_of_src() => Rule.Holds(Missing(Repository.Read("Directory.Build.props")));

    [Fact]
    public void No_project_sets_a_shared_property_its_own_way()
    {
        Assert.NotEmpty(Projects);
        Rule.Holds(Projects.SelectMany(path => Overrides(path, Repository.Read(path))));
    }

    [Fact]
    public void Every_project_says_in_one_sentence_what_it_is()
        => Assert.All(Projects, path => Assert.True(Describes(Repository.Read(path)), path));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("MoniGo.AspNetCore.sln").Replace('\\', '/');

        Assert.All(
            Repository.Files().Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)),
            path => Assert.Contains($"\"{path}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_property_is_found()
        => Assert.Contains("Directory.Build.props does not set Nullable to enable", Missing("<Project><PropertyGroup><Nullable>disable</Nullable></PropertyGroup></Project>"));

    [Fact]
    public void A_project_that_goes_its_own_way_is_found()
        => Assert.Equal(["a.csproj sets IsAotCompatible itself"], Overrides("a.csproj", "<Project><PropertyGroup><IsAotCompatible>false</IsAotCompatible></PropertyGroup></Project>"));

    [Fact]
    public void A_project_without_a_sentence_is_found() => Assert.False(Describes("<Project><PropertyGroup /></Project>"));

    private static IEnumerable<string> Missing(string props)
    {
        var set = XDocument.Parse(props).Descendants("PropertyGroup").Elements().Select(property => (property.Name.LocalName, property.Value)).ToHashSet();
        return Shared.Where(property => !set.Contains((property.Key, property.Value))).Select(property => $"Directory.Build.props does not set {property.Key} to {property.Value}");
    }

    private static IEnumerable<string> Overrides(string path, string project)
        => XDocument.Parse(project).Descendants("PropertyGroup").Elements()
            .Select(property => property.Name.LocalName)
            .Where(Shared.ContainsKey)
            .Select(name => $"{path} sets {name} itself");

    private static bool Describes(string project)
        => XDocument.Parse(project).Descendants("Description").SingleOrDefault() is { Value.Length: > 0 };
}
