using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class ExceptionTableTests
{
    [Fact]
    public async Task ReadAsync_Range_CountsWhatCameInItAndLeavesOtherGroupsOut()
    {
        var (store, ticks) = (new SampleStore(new(), time: new FakeTime(Noon + TimeSpan.FromMinutes(1))), new TickScript(Noon));
        await store.AppendAsync(StreamId.Local, ticks.Next(b => Count(b, ("busy", 3), ("quiet", 9))));
        await store.AppendAsync(StreamId.Local, ticks.Next(b => Count(b, ("busy", 8), ("quiet", 9))));
        var groups = new FakeTracing { Groups = { Group("busy", 0), Group("quiet", -600), Group("fresh", 9) } };

        var rows = await ExceptionTable.ReadAsync(
            new(store), groups, new(Noon + TimeSpan.FromSeconds(5), Noon + TimeSpan.FromSeconds(10)), TestContext.Current.CancellationToken);

        Assert.Equal([("fresh", 0), ("busy", 5)], rows.Select(row => (row.Group.Id, (int)row.Count)));
    }

    [Fact]
    public void Split_Stack_TellsTheAppsFramesFromThoseOfDotNetAndOurs()
    {
        var frames = StackFrame.Split(
            """
               at Shop.Stock.Reserve(Int32 article) in /src/Stock.cs:line 88
            --- End of stack trace from previous location ---
               at System.Threading.Tasks.Task.Wait()
               at MoniGo.Tracing.TaskCall.Finish(Task task, Flight flight)
            """).ToList();

        Assert.Equal(new StackFrame("Shop.Stock.", "Reserve", "(Int32 article) in /src/Stock.cs:line 88", IsOwn: true), frames[0]);
        Assert.Equal([true, false, false, false], frames.Select(frame => frame.IsOwn));
        Assert.Equal("--- End of stack trace from previous location ---", frames[1].Method);
    }

    [Fact]
    public void Of_Group_ReadsTheExamplesStackAndElseItsOwn()
    {
        var group = Group("g", 0) with { Stack = "Shop.Stock.Reserve" };
        var example = group.Example with { Text = "Oops: no\n ---> Inner: why\n   at Shop.Disk.Read()\n   --- End of inner exception stack trace ---\n   at Shop.Stock.Reserve()\nand a remark" };

        Assert.Equal([new("Shop.Stock.", "Reserve", "", IsOwn: true)], StackFrame.Of(group));
        Assert.Equal(
            ["---> Inner: why", "Read", "--- End of inner exception stack trace ---", "Reserve"],
            StackFrame.Of(group with { Example = example }).Select(frame => frame.Method));
    }

    private static void Count(SnapshotBuilder builder, params (string Group, double Value)[] counts)
    {
        foreach (var (group, value) in counts)
            builder.Add(new SeriesKey(ExceptionInstruments.Count, TagSet.Of(ExceptionInstruments.Group, group)), value);
    }

    private static ExceptionGroup Group(string id, double lastSeen) => new(
        id, "Oops", "", "", 100, Noon.AddDays(-1), Noon.AddSeconds(lastSeen), new(Noon.AddSeconds(lastSeen), "", "", "", null));
}
