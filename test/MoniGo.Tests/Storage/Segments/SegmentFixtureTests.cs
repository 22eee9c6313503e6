using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.SegmentScript;

namespace MoniGo.Tests;

/// <summary>Segments that released versions wrote can be read for ever.</summary>
/// <remarks>
/// A new version of the format adds its file and a line here, and never changes those that are there. To write the file of the current
/// version, run this class once with <c>MONIGO_FIXTURE=1</c>; a file that exists is not overwritten, so delete it first.
/// </remarks>
public sealed class SegmentFixtureTests
{
    private const string Folder = "test/MoniGo.Tests/Storage/Segments/Fixtures";

    [Theory]
    [InlineData("v1.seg")]
    public void A_segment_of_a_released_version_is_read(string name)
    {
        var path = Path.Combine(Repository.Root, Folder, name);
        if (Environment.GetEnvironmentVariable("MONIGO_FIXTURE") == "1" && !File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Write(Tier.Raw, Streams()).All);
        }

        using var reader = Open(new(File.ReadAllBytes(path)));

        Assert.Equal([new("bank"), Shop], reader.Streams);
        foreach (var (stream, rows) in Streams())
            Assert.Equal(PlainRows.Text(rows), PlainRows.Text(reader.Found(stream)));
    }

    /// <summary>What the fixtures hold. Nothing random, nothing from elsewhere: it must be the same in ten years.</summary>
    private static (StreamId Stream, IRowSource Rows)[] Streams() => [(Shop, new PlainRows(Ticks(40))), (new("bank"), new PlainRows(Ticks(9)))];

    private static IEnumerable<RowTick> Ticks(int count)
    {
        var start = new DateTime(2026, 11, 20, 21, 0, 0, DateTimeKind.Utc).Ticks;
        for (var i = 1; i <= count; i++)
        {
            var (epoch, sequence) = i <= 25 ? (7L, (long)i) : (8, i - 25);
            yield return new(start + (i * 50_000_000L) + (i % 3), epoch, sequence, Cells(i, sequence));
        }
    }

    private static Dictionary<SeriesKey, RowCell> Cells(int i, long sequence)
    {
        var cells = new Dictionary<SeriesKey, RowCell>
        {
            [Series("fixture.constant", InstrumentKind.Gauge)] = RowCell.Of(0.25),
            [Series("fixture.level", InstrumentKind.Gauge)] = RowCell.Of(i * 0.1),
            [Series("fixture.odd", InstrumentKind.Gauge)] = RowCell.Of(i % 4 == 0 ? double.NegativeZero : i % 4 == 1 ? double.NaN : i % 4 == 2 ? double.MaxValue : 1.0 / i),
            [Series("fixture.open", InstrumentKind.UpDownCounter)] = RowCell.Of((i * i % 17) - 8),
            [Series("fixture.jobs", InstrumentKind.Counter, "queue", "fast")] = RowCell.Of(sequence * sequence * 1000),
            [Series("fixture.latency", InstrumentKind.Histogram, "route", "/größe")] = RowCell.Of(
                new ExponentialHistogram([-40, 3, 16], [sequence, sequence * 2, 1], sequence / 5, sequence * 1.5, 0.2, 2)),
        };
        if (i % 7 is 2 or 3)
            cells[Series("fixture.jobs", InstrumentKind.Counter, "queue", "rare")] = RowCell.Of(i);

        return cells;
    }

    private static SeriesKey Series(string name, InstrumentKind kind, params string[] tag) =>
        new(new(name, kind, "1", $"What {name} says.", "Fixture"), tag.Length == 2 ? TagSet.Of(tag[0], tag[1]) : null);
}
