using System.Collections.Immutable;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The groups of exceptions that were seen in the range.</summary>
internal static class ExceptionListPanel
{
    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "exception-groups", "Exceptions",
        [
            new("Type", ColumnKind.Function) { SortKey = "type" },
            new("Message", ColumnKind.Text, IsMinor: true),
            new("Trend", ColumnKind.Trend, IsMinor: true),
            new("in range") { SortKey = "count" },
            new("ever", IsMinor: true) { SortKey = "ever" },
            new("Last seen", ColumnKind.Moment) { SortKey = "last" },
            new("First seen", ColumnKind.Moment, IsMinor: true) { SortKey = "first", IsExtra = true },
            new("Where", ColumnKind.Text, IsMinor: true) { IsExtra = true },
        ],
        ReadAsync)
    {
        Order = "those alike are one line",
        Span = 12,
        List = new("-last", "Find an exception"),
        About = "Exceptions that ended a traced call or a request, or were logged. Those of one type, one shape of message and one stack are one group; "
            + "numbers and ids in messages do not tell groups apart.",
        Empty = new("No exceptions in this range", "None ended a traced call or a request, and none was logged."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var groups = await ExceptionTable.ReadAsync(reading.Engine, reading.Exceptions, reading.Range, cancellationToken);
        var query = SeriesQuery.RateOf(ExceptionInstruments.Count.Name) with { GroupBy = [ExceptionInstruments.Group] };
        var trends = (await reading.RangeAsync(query, cancellationToken)).ToDictionary(line => line.Group, line => line.Points, StringComparer.Ordinal);
        return TableRows.Of(groups, reading, NameOf, SortBy, row => Row(row, reading.Grid.Spread(trends.GetValueOrDefault(row.Group.Id, []))));
    }

    private static string NameOf(ExceptionRow row) => $"{row.Group.Type} {row.Group.Shape} {row.Group.Example.Where}";

    private static TableRow Row(ExceptionRow row, ImmutableArray<double?> trend) => new(
    [
        new(row.Group.Type, ExceptionPage.To(row.Group.Id)),
        row.Group.Shape,
        Trend.Write(trend),
        Unit.Write(row.Count),
        Unit.Write(row.Group.Count),
        View.Write(row.Group.LastSeen),
        View.Write(row.Group.FirstSeen),
        row.Group.Example.Where,
    ]);

    private static Func<ExceptionRow, IComparable?> SortBy(string key) => key switch
    {
        "type" => row => row.Group.Type,
        "count" => row => row.Count,
        "ever" => row => row.Group.Count,
        "first" => row => row.Group.FirstSeen,
        _ => row => row.Group.LastSeen,
    };
}
