namespace MoniGo.BrowserTests;

/// <summary>Where the tests find what was built beside them and where they leave pictures.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The shop, in the configuration that these tests were built in.</summary>
    public static string Storefront { get; } = Path.Combine(Root, "samples/Storefront/bin", Configuration, "net10.0");

    public static string Screenshots { get; } = Path.Combine(Root, "artifacts/screenshots");

    // AppContext.BaseDirectory is .../bin/Release/net10.0/
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "MoniGo.AspNetCore.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("No folder above these tests holds MoniGo.AspNetCore.sln.");
    }
}
