using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MoniGo.Dashboard;

namespace MoniGo.Tests;

public sealed partial class DashboardAssetTests
{
    private readonly AssetCatalog _assets = new();

    private string Script => "/monigo/assets/" + _assets["app.js"].Name;

    [Theory]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("identity", null)]
    [InlineData("", null)]
    public async Task An_asset_comes_in_the_encoding_that_the_client_likes_best(string accepted, string? expected)
    {
        await using var host = await DashboardHost.StartAsync(ticks: 0);
        var response = await host.SendAsync(Script, null, ("Accept-Encoding", accepted));

        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.False(response.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task Each_encoding_has_its_own_validator_and_a_known_one_is_answered_304()
    {
        await using var host = await DashboardHost.StartAsync(ticks: 0);
        var plain = (await host.SendAsync(Script)).Headers.ETag!.ToString();
        var brotli = (await host.SendAsync(Script, null, ("Accept-Encoding", "br"))).Headers.ETag!.ToString();

        Assert.NotEqual(plain, brotli);
        var known = await host.SendAsync(Script, null, ("Accept-Encoding", "br"), ("If-None-Match", $"\"other\", W/{brotli}"));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(brotli, known.Headers.ETag!.ToString());
        Assert.Empty(await known.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(Script, null, ("If-None-Match", brotli))).StatusCode);
    }

    [Fact]
    public async Task Head_tells_the_length_and_sends_nothing()
    {
        await using var host = await DashboardHost.StartAsync(ticks: 0);
        var response = await host.SendAsync(Script, HttpMethod.Head);

        Assert.Equal(_assets.Find(_assets["app.js"].Name)!.Plain.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("app.js")]
    [InlineData("manifest.json")]
    [InlineData("..%2fapp.js")]
    public async Task An_unknown_asset_is_a_problem_document(string name)
    {
        await using var host = await DashboardHost.StartAsync(ticks: 0);
        var response = await host.SendAsync("/monigo/assets/" + name);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public void Integrity_is_that_of_the_bytes_sent() => Assert.All(
        _assets.All, asset => Assert.Equal(asset.Entry.Integrity, "sha384-" + Convert.ToBase64String(SHA384.HashData(asset.Plain))));

    [Fact]
    public void Assets_name_no_other_host() => Assert.All(
        _assets.All.Where(asset => asset.Entry.Key is "app.js" or "app.css"),
        // The namespace of SVG is a name and is never fetched.
        asset => Assert.DoesNotMatch("https?://(?!www\\.w3\\.org/2000/svg)", Encoding.UTF8.GetString(asset.Plain)));

    [Fact]
    public void The_script_parses_no_markup()
    {
        var script = Text("app.js");

        Assert.DoesNotContain("innerHTML", script, StringComparison.Ordinal);
        Assert.DoesNotContain("insertAdjacentHTML", script, StringComparison.Ordinal);
        Assert.DoesNotContain("eval(", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_variable_that_the_style_uses_is_defined()
    {
        var style = Text("app.css");
        var defined = Definitions().Matches(style).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var used = Uses().Matches(style).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(used);
        Assert.Empty(used.Except(defined));
    }

    [Fact]
    public void The_licence_of_what_is_bundled_comes_along() =>
        Assert.Contains("Permission is hereby granted", Text("licences.txt"), StringComparison.Ordinal);

    /// <summary>The budget of DESIGN section 11 less the page itself, which has its own test.</summary>
    [Fact]
    public void Script_and_style_fit_the_budget() =>
        Assert.InRange(_assets.All.Where(asset => asset.Entry.Key is "app.js" or "app.css").Sum(asset => asset.Brotli.Length), 1, 42_000);

    private string Text(string key) => Encoding.UTF8.GetString(_assets.Find(_assets[key].Name)!.Plain);

    [GeneratedRegex("(?<name>--[a-z0-9-]+):", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Definitions();

    [GeneratedRegex(@"var\((?<name>--[a-z0-9-]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Uses();
}
