namespace MoniGo.Storage;

/// <summary>The rows of one stream in the head as they were at a moment.</summary>
internal sealed class HeadPicture : IRowSource
{
    private readonly SeriesPicture[] _series;
    private readonly int[]? _places;
    private SeriesTable? _table;
    private SeriesRows? _room;

    /// <summary>Makes a picture.</summary>
    /// <param name="axis">The ticks as they were added; they may be out of order.</param>
    /// <param name="isInOrder">Whether they are in order.</param>
    /// <param name="series">The series in the order of a table.</param>
    public HeadPicture(RowAxis axis, bool isInOrder, SeriesPicture[] series)
    {
        _series = series;
        if (isInOrder)
            Axis = axis;
        else
            (Axis, _places) = TickList.Sort(axis);
    }

    /// <inheritdoc />
    public RowAxis Axis { get; }

    /// <inheritdoc />
    public SeriesTable Series => _table ??= new([.. _series.Select(series => series.Key)]); // made outside the lock that the picture is taken under

    /// <inheritdoc />
    public bool IsRolledUp => false;

    /// <inheritdoc />
    public bool Read(int series, SeriesRows into)
    {
        var room = Interlocked.Exchange(ref _room, null) ?? new();
        if (_places is null)
            _series[series].Read(into, Axis.Count, room);
        else
            ReadSorted(_series[series], _places, into, room);

        _room = room;
        return true;
    }

    private void ReadSorted(SeriesPicture series, int[] places, SeriesRows into, SeriesRows room)
    {
        var added = new SeriesRows();
        series.Read(added, Axis.Count, room);
        RowSorting.Copy(added, places, into);
    }
}
