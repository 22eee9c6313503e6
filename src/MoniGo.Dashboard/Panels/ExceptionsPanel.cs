using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How many exceptions are thrown, and of which type.</summary>
internal static class ExceptionsPanel
{
    private static readonly EmptyText NoExceptions = new("No exceptions", "None was thrown in this range. Caught ones would count too.");

    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new("exceptions", "Exceptions", Unit.PerSecond, SeriesQuery.RateOf(PlatformInstruments.Exceptions))
    {
        About = "Exceptions thrown per second since the last tick, whether caught or not.",
        Empty = NoExceptions,
        ZeroWhenAbsent = true,
        Detail = reading => reading.Sum(PlatformInstruments.Exceptions) is { } total ? $"{Unit.Write(total)} since start" : null,
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("exception-types", "Exceptions by type", Unit.PerSecond)
    {
        About = "Exceptions thrown per second, one line for each of the most frequent types. Caught ones count: they cost time too.",
        Empty = NoExceptions,
        Span = 4,
        Grouped = new(SeriesQuery.RateOf(PlatformInstruments.Exceptions) with { GroupBy = [PlatformInstruments.ErrorType] }, 4, ShortName),
    };

    // Under the title "Exceptions by type", System.IO.IOException is just IO.
    internal static string ShortName(string type)
    {
        const string Suffix = "Exception";
        var name = type[(type.LastIndexOf('.') + 1)..];
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }
}
