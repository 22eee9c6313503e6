using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class RolledUpRowsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly SeriesKey Jobs = new(TickScript.Jobs);
    private static readonly SeriesKey Level = new(TickScript.Level);

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("MONIGO_LONG") == "1" ? 100 : 12)];

    [Fact]
    public void Of_TickExactlyAtTheEnd_BelongsToTheWindowItEnds()
    {
        var rolled = Roll([Tick(1, 60, (Level, 1)), Tick(2, 60.001, (Level, 2)), Tick(3, 120, (Level, 3))], Minute);

        Assert.Equal([At(60), At(120)], rolled.Select(row => row.Time));
        Assert.Equal([new(1, 1, 1, 1, 1), new(3, 2, 2, 3, 5)], rolled.Select(row => row.Cells[Level]));
        Assert.Equal([1, 3], rolled.Select(row => row.Sequence));
    }

    [Fact]
    public void Of_CounterFalls_TheTotalBeforeRemains()
    {
        var rolled = Roll([Tick(1, 5, (Jobs, 5)), Tick(2, 10, (Jobs, 90)), Tick(3, 15, (Jobs, 3)), Tick(4, 20, (Jobs, 7))], Minute);

        Assert.Equal([(2L, 90.0, 2L), (4, 7, 2)], rolled.Select(row => (row.Sequence, row.Cells[Jobs].Last, row.Cells[Jobs].Ticks)));
    }

    [Fact]
    public void Of_CounterClimbsPastWhatItLost_TheFallStaysVisible()
    {
        var rolled = Roll([Tick(1, 5, (Jobs, 9)), Tick(2, 10, (Jobs, 3)), Tick(3, 15, (Jobs, 20)), Tick(4, 20, (Jobs, 30))], Minute);

        Assert.Equal([9.0, 3, 30], rolled.Select(row => row.Cells[Jobs].Last));
    }

    [Fact]
    public void Of_CounterFallsBetweenWindowsAndClimbsPast_TheFallStaysVisible()
    {
        var rolled = Roll([Tick(1, 60, (Jobs, 9)), Tick(2, 65, (Jobs, 3)), Tick(3, 70, (Jobs, 20))], Minute);

        Assert.Equal([9.0, 3, 20], rolled.Select(row => row.Cells[Jobs].Last));
    }

    [Fact]
    public void Of_GaugeFalls_IsOneRow() =>
        Assert.Equal(new RowCell(-1, 2, -1, 8, 7), Assert.Single(Roll([Tick(1, 5, (Level, 8)), Tick(2, 10, (Level, -1))], Minute)).Cells[Level]);

    [Fact]
    public void Of_NotANumberAmongOthers_IsNeitherMinimumNorMaximum()
    {
        var cell = Assert.Single(Roll([Tick(1, 5, (Level, double.NaN)), Tick(2, 10, (Level, 4)), Tick(3, 15, (Level, double.NaN))], Minute)).Cells[Level];

        Assert.Equal((4.0, 4.0), (cell.Min, cell.Max));
    }

    [Fact]
    public void Of_RestartInsideAWindow_IsARowPerRun()
    {
        var rolled = Roll([Tick(8, 5, (Level, 8)), Tick(1, 10, (Level, 1)) with { Epoch = 2 }, Tick(2, 15, (Level, 2)) with { Epoch = 2 }], Minute);

        Assert.Equal([(At(60), 1L, 8L), (At(60), 2, 2)], rolled.Select(row => row.Key));
    }

    [Fact]
    public void Of_ManyFallsInAWindow_KeepsAFewRowsAndEveryTick()
    {
        var rolled = Roll(Enumerable.Range(1, 20).Select(i => Tick(i, i, (Jobs, 100 - i))), Minute);

        Assert.Equal(RolledUpRows.MaxRowsPerWindow, rolled.Count);
        Assert.Equal(20, rolled.Sum(row => row.Cells[Jobs].Ticks));
        Assert.Equal([99.0, 98, 97, 80], rolled.Select(row => row.Cells[Jobs].Last));
    }

    [Fact]
    public void Of_ClockSetBackWithinAWindow_TheNewestTickIsTheLast()
    {
        var rolled = Roll([Tick(9, 10, (Jobs, 9), (Level, 1)), Tick(8, 40, (Jobs, 8), (Level, 2))], Minute);

        Assert.Equal((9L, 9.0, 1.0), (Assert.Single(rolled).Sequence, rolled[0].Cells[Jobs].Last, rolled[0].Cells[Level].Last));
    }

    [Fact]
    public void Read_DamagedSeries_IsFalse()
    {
        var source = new PlainRows([Tick(1, 5, (Jobs, 5), (Level, 8))]) { Damaged = { Jobs } };
        var rolled = RolledUpRows.Of(source, Minute);

        Assert.False(rolled.Read(source.Series.IndexOf(Jobs), new()));
        Assert.True(rolled.Read(source.Series.IndexOf(Level), new()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_AnyTicks_EveryRowSumsUpItsTicks(int seed)
    {
        var ticks = new RandomScript(seed) { HasSparseTotals = true, Restarts = 0.02, Falls = 0.003, ClockChanges = seed % 3 * 0.02 }.Make(400).ToList();
        var rolled = Roll(ticks, Minute);

        Assert.Equal(rolled.OrderBy(row => row.Key).Select(row => row.Key), rolled.Select(row => row.Key));
        Assert.Equal(ticks.Select(tick => EndOf(tick, Minute)).Distinct(), rolled.Select(row => row.Time).Distinct());
        Assert.Equal(PlainRows.Text(NaiveRollUp(ticks, rolled, Minute)), PlainRows.Text(rolled));
        foreach (var window in rolled.GroupBy(row => row.Time))
            Assert.InRange(window.Count(), 1, NeedsCuts(ticks, window.Key) ? RolledUpRows.MaxRowsPerWindow : 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_AnyFalls_TotalsGrowAsTheyDidInTheTicks(int seed)
    {
        // Of a window with more falls than rows, some are lost; such ticks are drawn again.
        var (ticks, minutes) = Enumerable.Range(0, 100)
            .Select(i => new RandomScript((seed * 1000) + i) { HasSparseTotals = true, SeriesPerKind = 2, Restarts = 0.005, Falls = 0.0005 }.Make(400).ToList())
            .Select(ticks => (ticks, RolledUpRows.Of(new PlainRows(ticks), Minute)))
            .First(pair => PlainRows.Of(pair.Item2).GroupBy(row => row.Time).Max(window => window.Count()) < RolledUpRows.MaxRowsPerWindow);

        Assert.Equal(Growth(ticks), Growth(PlainRows.Of(minutes)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_RolledUpAgain_IsAsIfRolledUpAtOnce(int seed)
    {
        var ticks = new RandomScript(seed) { Restarts = 0.002, Falls = 0.0003, LosesMuch = true }.Make(2500).ToList();
        var source = new PlainRows(ticks);
        var hours = RolledUpRows.Of(RolledUpRows.Of(source, Minute), Hour);

        Assert.Equal(PlainRows.Text(RolledUpRows.Of(source, Hour)), PlainRows.Text(hours));
    }

    private static List<RowTick> Roll(IEnumerable<RowTick> ticks, TimeSpan step)
    {
        var rolled = RolledUpRows.Of(new PlainRows(ticks), step);
        Assert.True(rolled.IsRolledUp);
        return PlainRows.Of(rolled).ConvertAll(row => row with { Cells = row.Cells.ToDictionary() });
    }

    private static long At(double seconds) => RandomScript.Start + (long)(seconds * TimeSpan.TicksPerSecond);

    private static RowTick Tick(long sequence, double seconds, params (SeriesKey Series, double Value)[] values) =>
        new(At(seconds), 1, sequence, values.ToDictionary(pair => pair.Series, pair => RowCell.Of(pair.Value)));

    private static long EndOf(RowTick tick, TimeSpan step) => (tick.Time + step.Ticks - 1) / step.Ticks * step.Ticks;

    /// <summary>Sums up anew what each row says it is about: the ticks of its window since the row before.</summary>
    private static IEnumerable<RowTick> NaiveRollUp(List<RowTick> ticks, List<RowTick> rolled, TimeSpan step)
    {
        foreach (var window in rolled.GroupBy(row => row.Time))
        {
            var left = ticks.Where(tick => EndOf(tick, step) == window.Key).OrderBy(tick => (tick.Epoch, tick.Sequence)).ToList();
            foreach (var row in window)
            {
                var own = left.TakeWhile(tick => (tick.Epoch, tick.Sequence).CompareTo((row.Epoch, row.Sequence)) <= 0).ToList();
                left.RemoveRange(0, own.Count);
                yield return new(window.Key, own[^1].Epoch, own[^1].Sequence, Sum(own));
            }

            Assert.Empty(left);
        }
    }

    private static Dictionary<SeriesKey, RowCell> Sum(List<RowTick> ticks) => ticks.SelectMany(tick => tick.Cells)
        .GroupBy(cell => cell.Key, cell => cell.Value)
        .ToDictionary(series => series.Key, series => series.Key.Instrument.Kind is InstrumentKind.Counter or InstrumentKind.Histogram
            ? series.Last() with { Ticks = series.Count(), Min = 0, Max = 0, Sum = 0 }
            : new(series.Last().Last, series.Count(), series.Min(cell => cell.Last), series.Max(cell => cell.Last), series.Sum(cell => cell.Last)));

    /// <summary>Tells whether a window needs more than one row: a restart in it, or a total that falls there or just before.</summary>
    private static bool NeedsCuts(List<RowTick> ticks, long end)
    {
        var own = ticks.Where(tick => EndOf(tick, Minute) <= end).OrderBy(tick => (EndOf(tick, Minute), tick.Epoch, tick.Sequence)).ToList();
        var inside = own.Where(tick => EndOf(tick, Minute) == end).ToList();
        return inside.Select(tick => tick.Epoch).Distinct().Count() > 1 || own.SelectMany(tick => tick.Cells.Keys)
            .Distinct()
            .Where(series => series.Instrument.Kind is InstrumentKind.Counter or InstrumentKind.Histogram)
            .Any(series => Falls([.. own.Where(tick => tick.Cells.ContainsKey(series))], series, end));
    }

    private static bool Falls(List<RowTick> ticks, SeriesKey series, long end) => ticks.Zip(ticks.Skip(1))
        .Any(pair => EndOf(pair.Second, Minute) == end && pair.Second.Cells[series].Last < pair.First.Cells[series].Last);

    /// <summary>Adds up how much each total grew; a fall is a reset, and histograms begin anew with each run.</summary>
    private static SortedDictionary<string, double> Growth(IEnumerable<RowTick> ticks)
    {
        var (growth, before) = (new SortedDictionary<string, double>(StringComparer.Ordinal), new Dictionary<SeriesKey, (long Epoch, double Total)>());
        foreach (var tick in ticks)
        {
            foreach (var (series, cell) in tick.Cells.Where(cell => cell.Key.Instrument.Kind is InstrumentKind.Counter or InstrumentKind.Histogram))
            {
                var last = before.GetValueOrDefault(series, (tick.Epoch, 0));
                var isReset = cell.Last < last.Total || (cell.Histogram is not null && tick.Epoch != last.Epoch);
                growth[$"{series}"] = growth.GetValueOrDefault($"{series}") + cell.Last - (isReset ? 0 : last.Total);
                before[series] = (tick.Epoch, cell.Last);
            }
        }

        return growth;
    }
}
