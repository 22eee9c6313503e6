using MoniGo.Storage;
using MoniGo.Workloads;

namespace MoniGo.Tests;

public sealed class ReferenceDaySizeTests
{
    private const int Hour = 720;
    private readonly ReferenceDay _day = new();
    private readonly ByteWriter _bytes = new();

    // Measured over the day: 0.957 and 1.031, with a floor of 0.917.
    [Theory]
    [InlineData(Hour, 0.97)]
    [InlineData(120, 1.05)]
    public void Write_TwoHoursOfTheReferenceDay_StaysNearTheFloor(int rowsPerChunk, double bytesPerSample)
    {
        var samples = 0;
        foreach (var series in _day.Series)
        {
            var column = _day.Column(series.Number, 2 * Hour);
            for (var row = 0; row < column.Length; row += rowsPerChunk)
                samples += Write(column.AsSpan(row, rowsPerChunk), series);
        }

        Assert.InRange((double)_bytes.Length / samples, 0.9, bytesPerSample);
    }

    private int Write(ReadOnlySpan<double> column, ReferenceSeries series)
    {
        var rows = new SeriesRows();
        var present = column.Length - column.ToArray().Count(double.IsNaN);
        rows.Begin(present);
        rows.IsDense = present == column.Length;
        var at = 0;
        for (var row = 0; row < column.Length; row++)
        {
            if (!double.IsNaN(column[row]))
                (rows.Rows[at], rows.Last[at++]) = (row, column[row]);
        }

        SeriesCodec.Write(rows, column.Length, series.Class.Kind, isRolledUp: false, _bytes);
        return present;
    }
}
