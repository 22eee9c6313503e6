using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class MergedRowsTests
{
    private static readonly SeriesKey Level = new(TickScript.Level);
    private static readonly SeriesKey Jobs = new(TickScript.Jobs);

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("MONIGO_LONG") == "1" ? 100 : 12)];

    [Fact]
    public void Of_Nothing_HasNoRows()
    {
        var merged = MergedRows.Of([new PlainRows([])]);

        Assert.Equal((0, 0), (merged.Axis.Count, merged.Series.Series.Length));
    }

    [Fact]
    public void Of_OneSourceWithRows_IsThatSource()
    {
        var source = new PlainRows([Tick(1, (Level, 1))]);

        Assert.Same(source, MergedRows.Of([new PlainRows([]), source]));
    }

    [Fact]
    public void Of_SameTickTwice_IsShownOnce()
    {
        var merged = MergedRows.Of([Source(Tick(1, (Level, 1)), Tick(2, (Level, 2))), Source(Tick(2, (Level, 2)), Tick(3, (Level, 3)))]);

        Assert.Equal([1.0, 2, 3], PlainRows.Of(merged).Select(row => row.Cells[Level].Last));
    }

    [Fact]
    public void Of_SameTickUnderAnotherTime_IsShownOnce()
    {
        var merged = MergedRows.Of([Source(Tick(1, (Level, 1))), Source(Tick(1, (Level, 1)) with { Time = RandomScript.Start + 500 })]);

        Assert.Equal(1, merged.Axis.Count);
    }

    [Fact]
    public void Of_TicksAndWindows_AreAllShownAsWindows()
    {
        var windows = new PlainRows([Tick(1) with { Cells = new Dictionary<SeriesKey, RowCell> { [Level] = new(5, 12, 1, 9, 60), [Jobs] = new(7, 12, 0, 0, 0) } }], isRolledUp: true);
        var merged = MergedRows.Of([windows, Source(Tick(2, (Level, 4), (Jobs, 8)))]);

        Assert.True(merged.IsRolledUp);
        Assert.Equal([new(5, 12, 1, 9, 60), new(4, 1, 4, 4, 4)], PlainRows.Of(merged).Select(row => row.Cells[Level]));
        Assert.Equal([12L, 1], PlainRows.Of(merged).Select(row => row.Cells[Jobs].Ticks));
    }

    [Fact]
    public void Of_KindHasChanged_OnlyTheNewestKindIsShown()
    {
        var old = new SeriesKey(TickScript.Level with { Kind = InstrumentKind.Counter });
        var merged = MergedRows.Of([Source(Tick(3, (Level, 3))), Source(Tick(1, (old, 1), (Jobs, 1)))]);

        Assert.Equal(InstrumentKind.Gauge, merged.Series.Series[merged.Series.IndexOf(Level)].Instrument.Kind);
        Assert.Equal([false, true], PlainRows.Of(merged).Select(row => row.Cells.ContainsKey(Level)));
        Assert.True(PlainRows.Of(merged)[0].Cells.ContainsKey(Jobs));
    }

    [Fact]
    public void Read_DamagedInOneSource_ShowsTheOther()
    {
        var merged = MergedRows.Of([new PlainRows([Tick(1, (Level, 1))]) { Damaged = { Level } }, Source(Tick(2, (Level, 2)))]);
        var rows = new SeriesRows();

        Assert.True(merged.Read(0, rows));
        Assert.Equal((1, 1, 2.0), (rows.Count, rows.RowOf(0), rows.Last[0]));
    }

    [Fact]
    public void Read_DamagedInAllSources_IsFalse()
    {
        var merged = MergedRows.Of([new PlainRows([Tick(1, (Level, 1))]) { Damaged = { Level } }, new PlainRows([Tick(2, (Level, 2))]) { Damaged = { Level } }]);

        Assert.False(merged.Read(0, new()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_PartsDealtAtRandom_IsTheWhole(int seed)
    {
        var random = new Random(seed);
        var ticks = new RandomScript(seed) { HasSparseTotals = true, Restarts = 0.01, ClockChanges = seed % 2 * 0.02 }.Make(200).ToList();
        var parts = Enumerable.Range(0, 1 + random.Next(5)).Select(_ => new List<RowTick>()).ToList();
        foreach (var tick in ticks)
        {
            parts[random.Next(parts.Count)].Add(tick);
            if (random.Next(10) == 0 && parts.Find(part => part.LastOrDefault() != tick) is { } another)
                another.Add(tick);
        }

        Assert.Equal(PlainRows.Text(ticks), PlainRows.Text(MergedRows.Of([.. parts.Select(part => new PlainRows(part))])));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_PartsInAnyOrderOneAfterTheOther_IsTheWhole(int seed)
    {
        var ticks = new RandomScript(seed) { Restarts = 0.01 }.Make(200).ToList();
        var parts = ticks.Chunk(1 + (seed * 7)).Select(part => new PlainRows(part)).ToArray();
        new Random(seed).Shuffle(parts);

        Assert.Equal(PlainRows.Text(ticks), PlainRows.Text(MergedRows.Of(parts)));
    }

    private static PlainRows Source(params RowTick[] ticks) => new(ticks);

    private static RowTick Tick(long sequence, params (SeriesKey Series, double Value)[] values) =>
        new(RandomScript.Start + (sequence * 100), 1, sequence, values.ToDictionary(pair => pair.Series, pair => RowCell.Of(pair.Value)));
}
