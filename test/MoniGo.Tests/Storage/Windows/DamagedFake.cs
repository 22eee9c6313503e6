using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A source whose series cannot be read any more.</summary>
internal sealed class DamagedFake(IRowSource source) : IRowSource
{
    public RowAxis Axis => source.Axis;

    public SeriesTable Series => source.Series;

    public bool IsRolledUp => source.IsRolledUp;

    public bool Read(int series, SeriesRows into) => false;
}
