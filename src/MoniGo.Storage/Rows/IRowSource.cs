namespace MoniGo.Storage;

/// <summary>The rows of one stream, wherever they are: in the head, in a segment, merged, or rolled up.</summary>
/// <remarks>
/// Sealing writes one, a roll-up wraps one, a merge wraps several, a query walks them. What it shows never changes.
/// Thread-safe, as long as every caller brings its own <see cref="SeriesRows"/>.
/// </remarks>
internal interface IRowSource
{
    /// <summary>Gets the rows.</summary>
    RowAxis Axis { get; }

    /// <summary>Gets the series that are present in at least one row.</summary>
    SeriesTable Series { get; }

    /// <summary>Gets whether rows are windows with ticks, min, max and sum, rather than ticks.</summary>
    bool IsRolledUp { get; }

    /// <summary>Reads one series.</summary>
    /// <param name="series">Its place in <see cref="Series"/>.</param>
    /// <param name="into">Filled anew; its arrays are reused.</param>
    /// <returns>False when its bytes are damaged, which the source has reported.</returns>
    bool Read(int series, SeriesRows into);
}
