namespace MoniGo.Wire;

/// <summary>Says which line of a scrape page is wrong, and why.</summary>
internal sealed class ExpositionFormatException(int line, string problem)
    : FormatException($"Line {line}: {problem}")
{
    /// <summary>Gets the number of the line, from 1.</summary>
    public int Line { get; } = line;
}
