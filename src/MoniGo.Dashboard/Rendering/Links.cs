namespace MoniGo.Dashboard;

/// <summary>Makes the addresses of a mount, whatever path base and prefix stand before it.</summary>
/// <param name="Base">Path base and prefix, without a slash at the end; empty at the root.</param>
/// <param name="Assets">The files to link.</param>
internal sealed record Links(string Base, AssetCatalog Assets)
{
    /// <summary>Leads to a page.</summary>
    public string Page(DashboardPage page, DashboardPage home) => $"{Base}/{(ReferenceEquals(page, home) ? "" : page.Key)}";

    /// <summary>Leads to a page that shows a view.</summary>
    public string Page(DashboardPage page, DashboardPage home, View view) => Page(page, home) + view.ToQuery();

    /// <summary>Leads to where a cell leads, which is an address of <see cref="Target"/>, and keeps the time of a view.</summary>
    public string To(string target, View view) =>
        $"{Base}/{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{view.Elsewhere.ToQuery()[1..]}";

    /// <summary>Leads to a file of the client.</summary>
    public string Asset(string key) => $"{Base}/assets/{Assets[key].Name}";
}
