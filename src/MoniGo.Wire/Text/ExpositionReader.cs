using System.Text;

namespace MoniGo.Wire;

/// <summary>Reads a scrape page back into families; <see cref="ExpositionWriter"/> is its counterpart.</summary>
/// <remarks>
/// Strict where a page would be misread: repeated families and series, samples apart from their family, broken histograms,
/// in OpenMetrics also a missing end. Exemplars are skipped.
/// </remarks>
internal sealed class ExpositionReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ExpositionFormat _format;
    private readonly List<ExpositionFamily> _families = [];
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);
    private ExpositionFamilyReader? _open;
    private int _line;
    private bool _ended;

    private ExpositionReader(ExpositionFormat format) => _format = format;

    /// <summary>Reads a page.</summary>
    /// <exception cref="ExpositionFormatException">The page is not valid; the message names the line.</exception>
    public static IReadOnlyList<ExpositionFamily> Read(ReadOnlySpan<byte> page, ExpositionFormat format)
    {
        var reader = new ExpositionReader(format);
        while (!page.IsEmpty)
        {
            var end = page.IndexOf((byte)'\n');
            reader.ReadLine(reader.Decode(end < 0 ? page : page[..end]));
            page = end < 0 ? [] : page[(end + 1)..];
        }

        return reader.Finish();
    }

    private string Decode(ReadOnlySpan<byte> line)
    {
        _line++;
        try
        {
            return StrictUtf8.GetString(line);
        }
        catch (ArgumentException)
        {
            throw Bad("is not UTF-8.");
        }
    }

    private void ReadLine(string line)
    {
        if (_ended)
            throw Bad("stands behind # EOF.");

        if (line.StartsWith('#'))
            ReadMetadata(line);
        else if (line.Trim().Length > 0)
            ReadPoint(line);
        else if (_format == ExpositionFormat.OpenMetrics)
            throw Bad("is empty, which OpenMetrics does not allow.");
    }

    private void ReadMetadata(string line)
    {
        if (_format == ExpositionFormat.OpenMetrics && line is "# EOF")
        {
            _ended = true;
            return;
        }

        var words = line.Split(' ', 4);
        if (words.Length < 3 || words[0] is not "#" || words[1] is not ("HELP" or "TYPE" or "UNIT"))
        {
            if (_format == ExpositionFormat.OpenMetrics)
                throw Bad("is a comment, which OpenMetrics does not allow.");

            return;
        }

        if (_open is null || !string.Equals(_open.Name, words[2], StringComparison.Ordinal))
            Open(words[2]);

        var rest = words.Length > 3 ? words[3] : "";
        if (_open!.Describe(words[1], rest) is { } problem)
            throw Bad(problem);
    }

    private void ReadPoint(string line)
    {
        var point = new ExpositionLineParser(line, _line).Read();
        if (_open is null || !_open.Owns(point.Name))
            Open(point.Name);

        if (_open!.Add(point) is { } problem)
            throw Bad(problem);
    }

    private void Open(string name)
    {
        Close();
        if (_closed.Contains(name))
            throw Bad($"opens {name}, but that name was used further up.");

        _open = new(name, _format);
    }

    private void Close()
    {
        if (_open is null)
            return;

        if (_open.Check() is { } problem)
            throw Bad(problem);

        foreach (var name in _open.Names)
        {
            if (!_closed.Add(name))
                throw Bad($"{_open.Name} uses the name {name}, which another family has.");
        }

        _families.Add(_open.ToFamily());
        _open = null;
    }

    private List<ExpositionFamily> Finish()
    {
        Close();
        return _format != ExpositionFormat.OpenMetrics || _ended
            ? _families
            : throw Bad("the page ends without # EOF.");
    }

    private ExpositionFormatException Bad(string problem) => new(_line, problem);
}
