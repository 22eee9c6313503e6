namespace MoniGo.Dashboard;

/// <summary>Addresses of pages about one thing, as cells of tables hold them: under the mount and without a time.</summary>
internal static class Target
{
    /// <summary>Leads to a page about something.</summary>
    /// <param name="page">Key of the page.</param>
    /// <param name="subject">What it is about, by the page's parameters.</param>
    public static string Of(string page, params ReadOnlySpan<(string Parameter, string Value)> subject)
    {
        var address = page;
        for (var i = 0; i < subject.Length; i++)
            address += $"{(i == 0 ? '?' : '&')}{subject[i].Parameter}={Uri.EscapeDataString(subject[i].Value)}";

        return address;
    }
}
