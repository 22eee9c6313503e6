using Microsoft.AspNetCore.Http;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Reads what a page of one thing is about.</summary>
internal static class SubjectQuery
{
    /// <summary>Most characters of one parameter: a tag's value has no more.</summary>
    public const int MaxLength = 1024;

    /// <summary>Reads the parameters that the page needs; none for a page of the whole service.</summary>
    public static TagSet Read(IQueryCollection query, DashboardPage page, Dictionary<string, string[]> errors)
    {
        var subject = new List<KeyValuePair<string, string>>();
        foreach (var name in page.Subject?.Parameters ?? [])
        {
            var text = query[name].ToString();
            if (text.Length is 0 or > MaxLength)
                errors[name] = [$"Say which one with {name}, of 1 to {MaxLength} characters."];

            subject.Add(new(name, text));
        }

        return TagSet.Create([.. subject]);
    }
}
