using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MoniGo.Dashboard;

/// <summary>Reads the view out of a query string, or says what is wrong with it.</summary>
/// <remarks>Reads the strings itself: ASP.NET Core's binding answers an empty 400 that nobody can explain to the reader.</remarks>
internal static class ViewQuery
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(800);

    /// <summary>Reads the view of a page; on failure <paramref name="errors"/> gets the reasons by parameter.</summary>
    public static View? Read(IQueryCollection query, DashboardPage page, DashboardSettings settings, Dictionary<string, string[]> errors)
    {
        var live = ReadLive(query, errors);
        var view = query.ContainsKey("from") || query.ContainsKey("to")
            ? ReadFixed(query, errors) with { Live = live }
            : new View(ReadRange(query, settings, errors), null, null, live);
        view = view with { Subject = SubjectQuery.Read(query, page, errors), Listing = ListingQuery.Read(query, page, errors) };
        return errors.Count == 0 ? view : null;
    }

    private static bool ReadLive(IQueryCollection query, Dictionary<string, string[]> errors)
    {
        var text = query["live"].ToString();
        if (text is not ("" or "0" or "1"))
            errors["live"] = ["Write 1 to follow the ticks or 0 not to."];

        return text is not "0";
    }

    private static ViewRange? ReadRange(IQueryCollection query, DashboardSettings settings, Dictionary<string, string[]> errors)
    {
        var text = query["range"].ToString();
        var range = ViewRange.Find(text.Length == 0 ? settings.DefaultRange : text);
        if (range is null)
            errors["range"] = [$"Write one of {string.Join(", ", ViewRange.All.Select(known => known.Name))}, or give from and to."];

        return range;
    }

    private static View ReadFixed(IQueryCollection query, Dictionary<string, string[]> errors)
    {
        if (query.ContainsKey("range"))
            errors["range"] = ["Give either range, or from and to."];

        var (from, to) = (ReadMoment(query, "from", errors), ReadMoment(query, "to", errors));
        if (errors.Count == 0 && (to - from < Shortest || to - from > Longest))
            errors["to"] = ["Choose a moment from 10 seconds to 800 days after from."];

        return new(null, from, to, Live: false);
    }

    private static DateTimeOffset? ReadMoment(IQueryCollection query, string name, Dictionary<string, string[]> errors)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(query[name].ToString(), CultureInfo.InvariantCulture, Utc, out var moment) && moment.Year >= 2000)
            return moment;

        errors[name] = ["Write a moment such as 2026-11-20T17:30:00Z, after the year 2000; from and to go together."];
        return null;
    }
}
