namespace MoniGo.Dashboard;

/// <summary>The page's group of exceptions in full.</summary>
internal static class ExceptionDetailPanel
{
    /// <summary>Gets the panel.</summary>
    public static ExceptionPanel Panel { get; } = new("exception", "The latest of them")
    {
        Span = 12,
        About = "The latest exception of the group that was looked at closely. Frames of .NET are dimmed; those of the app and its packages stand out.",
        Empty = new("This group is not known", "It made room for others that were seen later."),
    };
}
