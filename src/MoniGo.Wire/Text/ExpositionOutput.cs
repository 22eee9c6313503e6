using System.Buffers;
using System.Globalization;
using System.Text;

namespace MoniGo.Wire;

/// <summary>Writes the words, numbers and escaped texts of a page as UTF-8.</summary>
internal readonly struct ExpositionOutput(IBufferWriter<byte> output)
{
    private const int LongestNumber = 32;

    // NUL ends the text for Prometheus' own parser, so it is replaced like any other unreadable character.
    private static readonly SearchValues<char> InLabels = SearchValues.Create("\\\"\n\0");
    private static readonly SearchValues<char> InHelp = SearchValues.Create("\\\n\0");

    /// <summary>Writes bytes as they are.</summary>
    public void Raw(scoped ReadOnlySpan<byte> bytes) => output.Write(bytes);

    /// <summary>Writes a text as it is.</summary>
    public void Text(scoped ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;

        var room = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, room));
    }

    /// <summary>Writes the value of a label, or in OpenMetrics a help text, without the quotes around it.</summary>
    public void LabelValue(string text) => Escaped(text, InLabels);

    /// <summary>Writes a help text; the older format leaves quotes alone.</summary>
    public void Help(string text, ExpositionFormat format) =>
        Escaped(text, format == ExpositionFormat.OpenMetrics ? InLabels : InHelp);

    /// <summary>Writes a number in its shortest exact form.</summary>
    public void Number(double value)
    {
        if (double.IsInfinity(value))
        {
            Raw(value > 0 ? "+Inf"u8 : "-Inf"u8);
            return;
        }

        value.TryFormat(output.GetSpan(LongestNumber), out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(long value)
    {
        value.TryFormat(output.GetSpan(LongestNumber), out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    private void Escaped(scoped ReadOnlySpan<char> text, SearchValues<char> special)
    {
        for (var at = text.IndexOfAny(special); at >= 0; at = text.IndexOfAny(special))
        {
            Text(text[..at]);
            Raw(text[at] switch
            {
                '\n' => "\\n"u8,
                '"' => "\\\""u8,
                '\\' => "\\\\"u8,
                _ => "\uFFFD"u8,
            });
            text = text[(at + 1)..];
        }

        Text(text);
    }
}
