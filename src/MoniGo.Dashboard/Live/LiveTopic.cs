namespace MoniGo.Dashboard;

/// <summary>What a group of viewers watches: one page over one range; an event is made once for all of them.</summary>
internal sealed class LiveTopic(DashboardPage page, View view)
{
    // A table over a day need not be read each tick: it is read again once a 60th of its range has passed.
    private const int ReadingsPerRange = 60;

    // Nor may reading it take more than a twentieth of a core, as it would with ten thousand functions at each tick.
    private const int LeastRest = 20;

    private DateTimeOffset _rowsRead = DateTimeOffset.MinValue;
    private TimeSpan _rowsTook;

    /// <summary>Gets the page.</summary>
    public DashboardPage Page => page;

    /// <summary>Gets the view; its range ends now.</summary>
    public View View => view;

    /// <summary>Gets those who watch; guarded by the broadcast's lock.</summary>
    public HashSet<LiveViewer> Viewers { get; } = [];

    /// <summary>Tells whether tables are to be read at this tick, and remembers that they were.</summary>
    public bool TakeRows(DateTimeOffset tick)
    {
        if (tick - _rowsRead < view.Range!.Length / ReadingsPerRange || tick - _rowsRead < _rowsTook * LeastRest)
            return false;

        _rowsRead = tick;
        return true;
    }

    /// <summary>Remembers how long tables took to read; the longer, the longer they rest.</summary>
    public void RowsTook(TimeSpan time) => _rowsTook = time;
}
