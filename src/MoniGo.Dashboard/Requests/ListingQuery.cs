using System.Globalization;
using Microsoft.AspNetCore.Http;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Reads which part of a page's long table an address asks for.</summary>
internal static class ListingQuery
{
    /// <summary>Reads it; a page without such a table shows every table whole.</summary>
    public static Listing Read(IQueryCollection query, DashboardPage page, Dictionary<string, string[]> errors) =>
        page.List is { } table ? Read(query, table, errors) : Listing.Start;

    private static Listing Read(IQueryCollection query, TablePanel table, Dictionary<string, string[]> errors) =>
        new(ReadSort(query, table, errors), ReadSearch(query, errors), ReadPage(query, errors)) { Filters = ReadFilters(query, table.List!, errors) };

    // The table's own order is written as no order, so that one view has one address.
    private static string ReadSort(IQueryCollection query, TablePanel table, Dictionary<string, string[]> errors)
    {
        var text = query["sort"].ToString();
        string[] keys = [.. table.Columns.Where(column => column.SortKey is not null).Select(column => column.SortKey!)];
        if (text.Length > 0 && !keys.Contains(text.StartsWith('-') ? text[1..] : text, StringComparer.Ordinal))
            errors["sort"] = [$"Write one of {string.Join(", ", keys)}; put - before it for the largest first."];

        return string.Equals(text, table.List!.Sort, StringComparison.Ordinal) ? "" : text;
    }

    private static string ReadSearch(IQueryCollection query, Dictionary<string, string[]> errors)
    {
        var text = query["q"].ToString().Trim();
        if (text.Length > Listing.MaxSearch)
            errors["q"] = [$"Search for at most {Listing.MaxSearch} characters."];

        return text;
    }

    private static TagSet ReadFilters(IQueryCollection query, LongTable list, Dictionary<string, string[]> errors)
    {
        var chosen = new List<KeyValuePair<string, string>>();
        foreach (var filter in list.Filters)
        {
            var text = query[filter.Key].ToString();
            if (text.Length == 0)
                continue;

            if (!filter.Options.Any(option => string.Equals(option.Value, text, StringComparison.Ordinal)))
                errors[filter.Key] = [$"Write one of {string.Join(", ", filter.Options.Select(option => option.Value).Where(value => value.Length > 0))}, or nothing."];

            chosen.Add(new(filter.Key, text));
        }

        return TagSet.Create([.. chosen]);
    }

    private static int ReadPage(IQueryCollection query, Dictionary<string, string[]> errors)
    {
        var text = query["p"].ToString();
        if (text.Length == 0)
            return 1;

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) || page is < 1 or > Listing.MaxPage)
            errors["p"] = [$"Write a page of the table, from 1 to {Listing.MaxPage}."];

        return page;
    }
}
