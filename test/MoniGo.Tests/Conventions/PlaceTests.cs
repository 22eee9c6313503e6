using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MoniGo.Tests;

/// <summary>The tree names no machine it was made on and no host its packages came from.</summary>
public sealed partial class PlaceTests
{
    private static readonly string[] Pictures = [".png", ".ico", ".bin", ".gz", ".br", ".woff2"];

    [Fact]
    public void No_file_names_a_path_of_a_machine_or_a_package_registry()
        => Rule.Holds(Repository.Files()
            .Where(path => !Pictures.Contains(Path.GetExtension(path)))
            .SelectMany(path => Violations(path, Repository.Read(path))));

    [Fact]
    public void The_restore_settings_name_no_source() => Rule.Holds(Sources(Repository.Read("nuget.config")));

    [Fact]
    public void The_lock_files_hold_no_addresses()
    {
        var locks = Repository.Files().Where(path => Path.GetFileName(path) is "package-lock.json" or "packages.lock.json").ToList();

        Assert.NotEmpty(locks);
        Assert.DoesNotContain(locks, path => HoldsAddresses(Repository.Read(path)));
    }

    // The bad examples are put together here, so that this file does not name them itself.
    [Theory]
    [InlineData("see https://api.nuget", ".org/v3/index.json", true)]
    [InlineData("registry.npmjs", ".org", true)]
    [InlineData("cd /work", "/main", true)]
    [InlineData("file:///root", "/x", true)]
    [InlineData("built in /tmp", "/h/sample", true)]
    [InlineData("see https://learn.microsoft.com/nuget", "/", false)]
    [InlineData("the base /homework", "/answers", false)]
    public void A_machine_or_a_registry_is_found(string start, string end, bool found)
        => Assert.Equal(found, Violations("a.md", "first line\n" + start + end).Any());

    [Fact]
    public void A_named_source_is_found()
        => Assert.Single(Sources("<configuration><packageSources><add key=\"x\" value=\"y\" /></packageSources></configuration>"));

    [Fact]
    public void An_address_in_a_lock_file_is_found()
    {
        Assert.True(HoldsAddresses("""{ "packages": { "a": { "resolved": "https://x/a.tgz" } } }"""));
        Assert.False(HoldsAddresses("""{ "packages": { "a": { "version": "1.0.0", "funding": { "url": "https://x" } } } }"""));
    }

    private static IEnumerable<string> Violations(string path, string text)
        => text.Split('\n').Index()
            .Where(line => Place().IsMatch(line.Item))
            .Select(line => $"{path}:{line.Index + 1}: {line.Item.Trim()}");

    private static IEnumerable<string> Sources(string config)
        => XDocument.Parse(config).Descendants("packageSources").Elements("add").Select(source => source.ToString());

    private static bool HoldsAddresses(string lockFile) => lockFile.Contains("\"resolved\"", StringComparison.Ordinal);

    [GeneratedRegex(@"nuget\.org|npmjs\.(?:org|com)|(?:^|[^A-Za-z0-9_])/(?:work|farm|root)/|/tmp/[h]/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
