using MoniGo.Query;
using MoniGo.Signals;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class FunctionTableTests
{
    private readonly TickScript _ticks = new(Noon);

    [Fact]
    public void Read_Snapshot_TellsEverythingOfAFunction()
    {
        var durations = Recorded([.. Enumerable.Repeat(0.1, 98), 2, 4]);
        var row = Assert.Single(FunctionTable.Read(_ticks.Next(b =>
        {
            b.Add(Function(FunctionInstruments.Duration, "Pay(int)"), durations);
            b.Add(Failed("Pay(int)", "TimeoutException"), 3);
            b.Add(Failed("Pay(int)", "IOException"), 5);
            b.Add(Function(FunctionInstruments.Active, "Pay(int)"), 2);
            b.Add(Function(FunctionInstruments.Allocated, "Pay(int)"), 4096);
            b.Add(Function(FunctionInstruments.LastDuration, "Pay(int)"), 0.2);
            b.Add(Function(FunctionInstruments.LastStart, "Pay(int)"), Noon.ToUnixTimeSeconds());
        })));

        Assert.Equal(("Pay(int)", 100, 8, true), (row.Name, row.Calls, row.Errors, row.EnoughCalls));
        Assert.Equal([new("IOException", 5), new("TimeoutException", 3)], row.ErrorsByType);
        Assert.InRange(row.P50!.Value, 0.097, 0.103);
        Assert.InRange(row.P90!.Value, 0.097, 0.103);
        Assert.InRange(row.P99!.Value, 1.95, 2.05);
        Assert.Equal(4, row.Max);
        Assert.Equal((9.8 + 6) / 100, row.Mean!.Value, 9);
        Assert.Equal((4096d, 2, 0.2, Noon), (row.AllocatedBytes, row.Active, row.LastDuration, row.LastStart));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void EnoughCalls_Calls_AreTwentyOrMore(int calls, bool enough) =>
        Assert.Equal(enough, new FunctionRow("f") { Durations = Recorded([.. Enumerable.Repeat(0.1, calls)]) }.EnoughCalls);

    [Fact]
    public void Read_FunctionThatHasNotEnded_HasNoPercentiles()
    {
        var row = Assert.Single(FunctionTable.Read(_ticks.Next(b => b.Add(Function(FunctionInstruments.Active, "Wait()"), 1))));

        Assert.Equal((0, 1), (row.Calls, row.Active));
        Assert.Null(row.P95);
        Assert.Null(row.Mean);
        Assert.Null(row.Max);
        Assert.Null(row.LastStart);
    }

    [Fact]
    public void Read_TwoSnapshots_TellsOnlyWhatCameBetween()
    {
        var previous = _ticks.Next(b => b.Add(Function(FunctionInstruments.Duration, "f"), Recorded(1, 1)));
        var latest = _ticks.Next(b => b.Add(Function(FunctionInstruments.Duration, "f"), Recorded(1, 1, 4)));

        var row = Assert.Single(FunctionTable.Read(latest, previous));

        Assert.Equal((1, 1 / 5d), (row.Calls, row.Rate));
        Assert.InRange(row.P95!.Value, 3.9, 4.1);
    }

    private static SeriesKey Function(InstrumentInfo instrument, string name) => Key(instrument, (FunctionInstruments.Function, name));

    private static SeriesKey Failed(string name, string type) =>
        Key(FunctionInstruments.Errors, (FunctionInstruments.Function, name), (FunctionInstruments.ErrorType, type));
}
