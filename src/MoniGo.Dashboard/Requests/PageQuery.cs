using Microsoft.AspNetCore.Http;

namespace MoniGo.Dashboard;

/// <summary>Reads which page a data request is about.</summary>
internal static class PageQuery
{
    /// <summary>Reads the page; on failure <paramref name="errors"/> gets the legal keys.</summary>
    public static DashboardPage? Read(IQueryCollection query, PageRegistry pages, Dictionary<string, string[]> errors)
    {
        var page = pages.Find(query["page"].ToString());
        if (page is null)
            errors["page"] = [$"Write one of {string.Join(", ", pages.All.Select(known => known.Key))}."];

        return page;
    }
}
