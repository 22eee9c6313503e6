using Microsoft.AspNetCore.Http;

namespace MoniGo.Dashboard;

/// <summary>Reads which page a data request is about, and what of it is shown.</summary>
internal static class PageQuery
{
    /// <summary>Reads the page and its view; on failure <paramref name="errors"/> holds the reasons by parameter.</summary>
    public static (DashboardPage Page, View View)? Read(
        IQueryCollection query, PageRegistry pages, DashboardSettings settings, out Dictionary<string, string[]> errors)
    {
        errors = new(StringComparer.Ordinal);
        if (pages.Find(query["page"].ToString()) is not { } page)
        {
            errors["page"] = [$"Write one of {string.Join(", ", pages.All.Select(known => known.Key))}."];
            return null;
        }

        return ViewQuery.Read(query, page, settings, errors) is { } view ? (page, view) : null;
    }
}
