namespace MoniGo.Tracing;

/// <summary>Cuts texts to a length that is bounded, and never through a character of two halves.</summary>
internal static class Texts
{
    /// <summary>Gives a text of at most <paramref name="most"/> characters; one that was cut ends in an ellipsis.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;

        var length = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return string.Concat(text.AsSpan(0, length), "…");
    }
}
