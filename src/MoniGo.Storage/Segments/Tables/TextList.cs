namespace MoniGo.Storage;

/// <summary>The distinct texts of a table, in the order in which they were first used.</summary>
internal sealed class TextList
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>Adds a text, if it is new, and gives its place.</summary>
    public int Add(string text)
    {
        if (_places.TryGetValue(text, out var place))
            return place;

        _texts.Add(text);
        return _places[text] = _texts.Count - 1;
    }

    public void Write(ByteWriter into)
    {
        into.Varint(_texts.Count);
        foreach (var text in _texts)
            into.Text(text);
    }

    public static string[] Read(ref ByteReader from)
    {
        var texts = new string[from.Varint(from.Left)];
        foreach (ref var text in texts.AsSpan())
            text = from.Text();

        return texts;
    }

    /// <summary>Reads the place of a text and gives the text.</summary>
    public static string At(string[] texts, ref ByteReader from) =>
        from.Varint() is var place && place < (ulong)texts.Length ? texts[place] : throw new DamagedDataException($"There is no text {place}.");
}
