using System.Text.RegularExpressions;

namespace MoniGo.Tracing;

/// <summary>Brings messages of one kind to one text: what differs from case to case becomes a placeholder.</summary>
/// <remarks>Stateless. Bounded: reads at most 1 000 characters of a message, and gives at most 300.</remarks>
internal static partial class MessageShape
{
    private const int MostRead = 1_000;
    private const int MostKept = 300;

    public static string Of(string message)
    {
        var text = Texts.Cut(message, MostRead);
        return Texts.Cut(Varying().Replace(text, static match => PlaceholderOf(match)), MostKept);
    }

    private static string PlaceholderOf(Match match)
    {
        foreach (Group group in match.Groups)
        {
            if (group.Success && !char.IsAsciiDigit(group.Name[0]))
                return group.Name == "space" ? " " : $"{{{group.Name}}}";
        }

        return "";
    }

    // The order matters: quoted texts first, since they may hold all the others. A quote within a word is an apostrophe.
    // A number may stand within a word (order42), so that ids made of both do not tell groups apart.
    [GeneratedRegex("""
        (?<text>(?<!\w)'[^'\r\n]{0,500}'(?!\w)|"[^"\r\n]{0,500}"|`[^`\r\n]{0,500}`|“[^”\r\n]{0,500}”|«[^»\r\n]{0,500}»)
        |(?<email>[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+)
        |(?<guid>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})
        |(?<path>\b[a-zA-Z][a-zA-Z0-9+.-]{0,20}://[^\s,;)]+|(?<!\w)[A-Za-z]:\\[^\s,;'")]+|(?<![\w/])/[\w.@-]+(?:/[\w.@-]+)+/?)
        |(?<hex>\b0[xX][0-9a-fA-F]+|(?<![0-9a-zA-Z])(?=[a-fA-F]*[0-9])(?=[0-9]*[a-fA-F])[0-9a-fA-F]{8,}(?![0-9a-zA-Z]))
        |(?<number>[0-9]+(?:[.,:][0-9]+)*)
        |(?<space>\s+)
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 100)]
    private static partial Regex Varying();
}
