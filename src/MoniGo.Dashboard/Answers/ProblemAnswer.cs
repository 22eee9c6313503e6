namespace MoniGo.Dashboard;

/// <summary>An error as RFC 9457 writes it.</summary>
/// <remarks>Own record: ASP.NET Core's carries untyped extensions, which source-generated JSON cannot write.</remarks>
internal sealed record ProblemAnswer(string Type, string Title, int Status, string Detail)
{
    /// <summary>Gets the reasons, by parameter.</summary>
    public Dictionary<string, string[]>? Errors { get; init; }
}
