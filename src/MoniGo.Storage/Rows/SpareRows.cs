namespace MoniGo.Storage;

/// <summary>Keeps one set of rows between reads, so that wrapping a source does not allocate each time.</summary>
/// <remarks>Thread-safe: a second reader at the same moment simply gets new ones.</remarks>
internal sealed class SpareRows
{
    private SeriesRows? _spare;

    public SeriesRows Take() => Interlocked.Exchange(ref _spare, null) ?? new();

    public void GiveBack(SeriesRows rows) => _spare = rows;
}
