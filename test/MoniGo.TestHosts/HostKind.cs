namespace MoniGo.TestHosts;

/// <summary>The kinds of app that MoniGo must live in.</summary>
public enum HostKind
{
    MinimalApi,
    Mvc,
    RazorPages,
    Blazor,
}
