namespace MoniGo.Storage;

/// <summary>Neighbouring values of one decoded series.</summary>
/// <param name="rows">All its values.</param>
/// <param name="from">Index of the first value.</param>
/// <param name="to">Index behind the last value.</param>
/// <param name="bands">What is known behind each value.</param>
internal readonly ref struct RowSlice(SeriesRows rows, int from, int to, RowBands bands)
{
    public SeriesRows Rows { get; } = rows;

    public int From { get; } = from;

    public int To { get; } = to;

    public RowBands Bands { get; } = bands;

    /// <summary>Gets the values, or the last values of windows.</summary>
    public ReadOnlySpan<double> Values => Of(Rows.Last);

    public ReadOnlySpan<T> Of<T>(T[] column) => column.AsSpan(From, To - From);
}
