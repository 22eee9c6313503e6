using System.Text.Json;
using MoniGo.Signals;
using MoniGo.Storage;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class StoredExceptionGroupsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly MemoryStateStore _store = new();

    [Fact]
    public async Task Load_AfterARestart_CountsGoOnAndTheFirstSightStays()
    {
        var first = new ExceptionGroups(new FakeTime(TickScript.Noon));
        first.Observe(new IOException("a"), "Place");
        first.Observe(new IOException("b"), "Place");
        await SaveAsync(first);

        var second = new ExceptionGroups(new FakeTime(TickScript.Noon.AddHours(1)));
        second.Observe(new IOException("a"), "Early"); // before the stores are open
        await new StoredExceptionGroups(second, _store).LoadAsync(Never);

        var groups = second.List();
        Assert.Equal([("a", 2), ("b", 1)], groups.Select(group => (group.Shape, group.Count)));
        Assert.Equal((TickScript.Noon, TickScript.Noon.AddHours(1), "Early"), (groups[0].FirstSeen, groups[0].LastSeen, groups[0].Example.Where));
        Assert.Equal(first.List().Single(group => group.Shape == "b"), groups[1]);
    }

    [Fact]
    public async Task Load_RestoredGroups_AreNotCountedInThisRun()
    {
        await SaveAsync(Seen("a"));
        var second = new ExceptionGroups(TimeProvider.System);
        await new StoredExceptionGroups(second, _store).LoadAsync(Never);

        var builder = new SnapshotBuilder();
        builder.Begin(TickScript.Noon);
        second.Collect(builder);

        Assert.Single(second.List());
        Assert.Null(builder.Build(new Resource("s", "i", "h", 1, TickScript.Noon), 1, 1).Find(ExceptionInstruments.Count.Name));
    }

    [Fact]
    public async Task Save_BeforeLoading_WritesNothing()
    {
        await new StoredExceptionGroups(Seen("a"), _store).SaveAsync(Never);

        Assert.Null(await _store.GetAsync(StoredExceptionGroups.Key, Never));
    }

    [Fact]
    public async Task Save_Unchanged_WritesNothing()
    {
        var stored = new StoredExceptionGroups(Seen("a"), _store);
        await stored.LoadAsync(Never);
        await stored.SaveAsync(Never);
        await stored.SaveAsync(Never);

        Assert.Equal(1, (await _store.GetAsync(StoredExceptionGroups.Key, Never))!.Version);
    }

    [Fact]
    public async Task Load_NoDocumentOfOurs_SaysSoAndTheNextSaveTakesItsPlace()
    {
        await _store.PutAsync(StoredExceptionGroups.Key, "{]"u8.ToArray(), 0, Never);
        var groups = Seen("a");
        var stored = new StoredExceptionGroups(groups, _store);

        await Assert.ThrowsAsync<JsonException>(() => stored.LoadAsync(Never));
        await stored.SaveAsync(Never);

        var next = new ExceptionGroups(TimeProvider.System);
        await new StoredExceptionGroups(next, _store).LoadAsync(Never);
        Assert.Equal(groups.List(), next.List());
    }

    [Fact]
    public async Task Save_MoreThanFits_KeepsTheLatestSeen()
    {
        var time = new FakeTime(TickScript.Noon);
        var groups = new ExceptionGroups(time);
        for (var i = 0; i < ExceptionGroups.MostGroups; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            groups.Collect(new SnapshotBuilder()); // a tick
            groups.Observe(new IOException($"{(char)('a' + (i / 26))}{(char)('a' + (i % 26))} " + new string('x', 100_000)), "Place");
        }

        await SaveAsync(groups);
        var next = new ExceptionGroups(TimeProvider.System);
        await new StoredExceptionGroups(next, _store).LoadAsync(Never);

        Assert.InRange((await _store.GetAsync(StoredExceptionGroups.Key, Never))!.Value.Length, 100_000, StoredExceptionGroups.MostBytes);
        Assert.InRange(next.List().Count, 10, 499);
        Assert.Equal(groups.List().Take(next.List().Count), next.List());
    }

    [Fact]
    public async Task Save_SomebodyElseWrote_TakesItsPlaceTheNextTime()
    {
        var groups = Seen("a");
        var stored = new StoredExceptionGroups(groups, _store);
        await stored.LoadAsync(Never);
        await _store.PutAsync(StoredExceptionGroups.Key, "[]"u8.ToArray(), 0, Never);
        await stored.SaveAsync(Never);
        await stored.SaveAsync(Never);

        Assert.Equal(2, (await _store.GetAsync(StoredExceptionGroups.Key, Never))!.Version);
    }

    private static ExceptionGroups Seen(string message)
    {
        var groups = new ExceptionGroups(new FakeTime(TickScript.Noon));
        groups.Observe(new IOException(message), "Place");
        return groups;
    }

    private async Task SaveAsync(ExceptionGroups groups)
    {
        var stored = new StoredExceptionGroups(groups, _store);
        await stored.LoadAsync(Never);
        await stored.SaveAsync(Never);
    }
}
