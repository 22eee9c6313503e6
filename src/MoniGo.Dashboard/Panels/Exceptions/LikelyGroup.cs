using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Finds the group of an exception of which only the type and the place are known.</summary>
internal static class LikelyGroup
{
    /// <summary>Leads to the latest group of a type, best to one that was seen in that place; null when there is none.</summary>
    /// <param name="groups">The groups, latest seen first.</param>
    /// <param name="type">Full type name of the exception.</param>
    /// <param name="where">Function or request that it ended.</param>
    public static string? To(IReadOnlyList<ExceptionGroup> groups, string type, string where)
    {
        var likely = groups.FirstOrDefault(group => group.Type == type && group.Example.Where == where) ?? groups.FirstOrDefault(group => group.Type == type);
        return likely is null ? null : ExceptionPage.To(likely.Id);
    }
}
