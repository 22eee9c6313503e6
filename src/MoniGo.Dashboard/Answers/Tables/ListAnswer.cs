namespace MoniGo.Dashboard;

/// <summary>Which rows of a long table are shown.</summary>
/// <param name="First">Place of the first row, from 1.</param>
/// <param name="Total">Number of rows on all pages, as searched.</param>
internal sealed record ListAnswer(int First, int Total)
{
    /// <summary>Tells it of rows that were read; null for a table that is shown whole.</summary>
    public static ListAnswer? Of(TableRows rows) => rows.Total is { } total ? new(rows.First, total) : null;
}
