using System.Globalization;
using System.Text;
using MoniGo.Signals;

namespace MoniGo.Wire;

/// <summary>Parses one sample line: <c>name{label="value",...} value [timestamp]</c>.</summary>
internal ref struct ExpositionLineParser(ReadOnlySpan<char> line, int number)
{
    private readonly ReadOnlySpan<char> _line = line;
    private int _at;

    /// <summary>Reads the whole line.</summary>
    public ExpositionPoint Read()
    {
        var name = ReadName(allowColon: true);
        var labels = _at < _line.Length && _line[_at] == '{' ? ReadLabels() : TagSet.Empty;
        var value = ReadNumber("a value") ?? throw Bad("has no value.");
        var timestamp = ReadNumber("a time");
        SkipBlanks();
        return _at == _line.Length || _line[_at] == '#'
            ? new(name, labels, value, timestamp)
            : throw Bad($"has something behind the value, at column {_at + 1}.");
    }

    private TagSet ReadLabels()
    {
        var labels = new List<KeyValuePair<string, string>>();
        _at++;
        while (Next() != '}')
        {
            SkipBlanks();
            var name = ReadName(allowColon: false);
            if (labels.Exists(label => string.Equals(label.Key, name, StringComparison.Ordinal)))
                throw Bad($"has the label {name} twice.");

            Expect('=');
            Expect('"');
            labels.Add(new(name, ReadQuoted()));
            if (Next() == ',')
                _at++;
            else if (Next() != '}')
                throw Bad($"has no comma or brace behind the label {name}.");
        }

        _at++;
        return TagSet.Create([.. labels]);
    }

    private string ReadQuoted()
    {
        var text = new StringBuilder();
        while (Next() is var letter && letter != '"')
        {
            _at++;
            if (letter != '\\')
            {
                text.Append(letter);
                continue;
            }

            text.Append(Next() switch
            {
                'n' => '\n',
                '"' => '"',
                '\\' => '\\',
                var other => throw Bad($"has the unknown escape \\{other}, at column {_at + 1}."),
            });
            _at++;
        }

        _at++;
        return text.ToString();
    }

    private string ReadName(bool allowColon)
    {
        var start = _at;
        while (_at < _line.Length && (char.IsAsciiLetterOrDigit(_line[_at]) || _line[_at] == '_' || (allowColon && _line[_at] == ':')))
            _at++;

        return _at > start && !char.IsAsciiDigit(_line[start])
            ? _line[start.._at].ToString()
            : throw Bad($"has no name at column {start + 1}.");
    }

    private double? ReadNumber(string what)
    {
        SkipBlanks();
        if (_at == _line.Length || _line[_at] == '#')
            return null;

        var length = _line[_at..].IndexOf(' ');
        var text = length < 0 ? _line[_at..] : _line.Slice(_at, length);
        _at += text.Length;
        return text switch
        {
            "+Inf" or "Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw Bad($"has '{text}' where {what} should be."),
        };
    }

    private void SkipBlanks()
    {
        while (_at < _line.Length && _line[_at] is ' ' or '\t')
            _at++;
    }

    private readonly char Next() => _at < _line.Length ? _line[_at] : throw Bad("ends too early.");

    private void Expect(char letter)
    {
        if (Next() != letter)
            throw Bad($"has '{Next()}' where '{letter}' should be, at column {_at + 1}.");

        _at++;
    }

    private readonly ExpositionFormatException Bad(string problem) => new(number, problem);
}
