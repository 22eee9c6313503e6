namespace MoniGo.Storage;

/// <summary>The rows of one series in one source, decoded; made to be filled again and again.</summary>
/// <remarks>
/// Not thread-safe. Arrays are at least <see cref="Count"/> long and belong to this object. Gauges and up-down counters have
/// <see cref="Min"/>, <see cref="Max"/> and <see cref="Sum"/> where the source is rolled up; for counters and histograms those three
/// are not kept and not filled. In a source of ticks <see cref="Ticks"/>, <see cref="Min"/>, <see cref="Max"/> and <see cref="Sum"/>
/// are not filled: a tick counts once and is its own minimum, maximum and sum.
/// </remarks>
internal sealed class SeriesRows
{
    private HistogramRows? _histograms;

    /// <summary>Gets the number of rows that the series is present in.</summary>
    public int Count { get; private set; }

    /// <summary>Gets or sets whether the series is present in every row of the axis; then <see cref="Rows"/> is not filled.</summary>
    public bool IsDense { get; set; }

    /// <summary>Gets the axis row of each value, ascending, unless <see cref="IsDense"/>.</summary>
    public int[] Rows { get; private set; } = [];

    /// <summary>Gets the value, in roll-ups the last of the window; for histograms the cumulative number of recorded values.</summary>
    public double[] Last { get; private set; } = [];

    /// <summary>Gets the number of ticks behind each row of a roll-up.</summary>
    public long[] Ticks { get; private set; } = [];

    public double[] Min { get; private set; } = [];

    public double[] Max { get; private set; } = [];

    public double[] Sum { get; private set; } = [];

    /// <summary>Gets the distributions of a histogram; null for other kinds.</summary>
    public HistogramRows? Histograms { get; set; }

    /// <summary>Gives distributions to be filled, those of the series before where there were any.</summary>
    public HistogramRows BeginHistograms() => Histograms = _histograms ??= new();

    /// <summary>Gets the axis row of a value.</summary>
    public int RowOf(int index) => IsDense ? index : Rows[index];

    /// <summary>Makes room for a number of rows; what was there is lost.</summary>
    public void Begin(int count)
    {
        (Count, IsDense, Histograms) = (count, false, null);
        if (Last.Length >= count)
            return;

        var room = Math.Max(count, 128);
        (Rows, Last, Ticks) = (new int[room], new double[room], new long[room]);
        (Min, Max, Sum) = (new double[room], new double[room], new double[room]);
    }
}
