namespace MoniGo.Storage;

/// <summary>A source that has nothing to show.</summary>
internal sealed class NoRows : IRowSource
{
    public static NoRows Instance { get; } = new();

    public RowAxis Axis => RowAxis.Empty;

    public SeriesTable Series => SeriesTable.Empty;

    public bool IsRolledUp => false;

    public bool Read(int series, SeriesRows into) => false;
}
