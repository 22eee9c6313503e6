using System.Globalization;

namespace MoniGo.Collectors;

/// <summary>Walks over a text of lines and words without allocating.</summary>
internal ref struct TextScanner(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>Takes the next line; false at the end of the text.</summary>
    public bool TryLine(out TextScanner line)
    {
        var end = _rest.IndexOf((byte)'\n');
        line = new(end < 0 ? _rest : _rest[..end]);
        var found = !_rest.IsEmpty;
        _rest = end < 0 ? [] : _rest[(end + 1)..];
        return found;
    }

    /// <summary>Takes the next word; empty at the end.</summary>
    public ReadOnlySpan<byte> Word()
    {
        _rest = _rest.TrimStart(" \t\n"u8);
        var end = _rest.IndexOfAny(" \t\n"u8);
        var word = end < 0 ? _rest : _rest[..end];
        _rest = _rest[word.Length..];
        return word;
    }

    /// <summary>Takes what stands before a separator, which is taken too; false when there is none.</summary>
    public bool TryUntil(byte separator, out ReadOnlySpan<byte> before)
    {
        var end = _rest.IndexOf(separator);
        before = end < 0 ? [] : _rest[..end].Trim(" \t"u8);
        if (end >= 0)
            _rest = _rest[(end + 1)..];

        return end >= 0;
    }

    /// <summary>Takes everything after the last appearance of a separator; false when there is none.</summary>
    public bool TryAfterLast(byte separator)
    {
        var end = _rest.LastIndexOf(separator);
        _rest = _rest[(end + 1)..];
        return end >= 0;
    }

    /// <summary>Takes the next word as a whole number that is not negative.</summary>
    public bool TryNumber(out long value) => long.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Takes the next word as a decimal number that is not negative.</summary>
    public bool TryDecimal(out double value) =>
        double.TryParse(Word(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>Passes over words; false when the text ends first.</summary>
    public bool TrySkip(int words)
    {
        for (var i = 0; i < words; i++)
        {
            if (Word().IsEmpty)
                return false;
        }

        return true;
    }
}
