using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>What every event log promises; one subclass per log runs it.</summary>
public abstract class EventLogConformance
{
    private static readonly DateTimeOffset Noon = TickScript.Noon;
    private static readonly TimeRange Day = new(Noon - TimeSpan.FromHours(12), Noon + TimeSpan.FromHours(12));

    private protected abstract IEventLog Create(long capacity);

    /// <summary>Ends the log and gives the one that goes on; the same where it lives no longer than its process.</summary>
    private protected virtual ValueTask<IEventLog> ReopenAsync(IEventLog log) => new(log);

    [Fact]
    public async Task Entries_are_read_newest_first()
    {
        var log = Create(1 << 20);
        foreach (var minute in new[] { 1, 3, 2 })
            await log.AppendAsync(Entry(minute));

        Assert.Equal(["3", "2", "1"], await Subjects(log, Day));
    }

    [Fact]
    public async Task Of_entries_of_the_same_moment_the_last_added_comes_first()
    {
        var log = Create(1 << 20);
        await log.AppendAsync(Entry(1, subject: "first"));
        await log.AppendAsync(Entry(1, subject: "second"));

        Assert.Equal(["second", "first"], await Subjects(log, Day));
    }

    [Fact]
    public async Task Range_kind_and_limit_select_entries()
    {
        var log = Create(1 << 20);
        for (var minute = 0; minute < 6; minute++)
            await log.AppendAsync(Entry(minute, minute % 2 == 0 ? EventKind.Audit : EventKind.Deploy));

        Assert.Equal(["3", "2", "1"], await Subjects(log, new(Noon, Noon + TimeSpan.FromMinutes(3)))); // open at its start
        Assert.Equal(["5", "3", "1"], await Subjects(log, Day, EventKind.Deploy));
        Assert.Equal(["4", "2"], await Subjects(log, Day, EventKind.Audit, 2));
        Assert.Empty(await Subjects(log, Day, EventKind.Lifecycle));
    }

    [Fact]
    public async Task An_entry_comes_back_as_it_was_written()
    {
        var log = Create(1 << 20);
        var entry = new EventEntry(Noon, EventKind.Audit, "ada", "operation.start", "cpu-profile", "For 30 s.");
        await log.AppendAsync(entry);

        Assert.Equal(entry, Assert.Single(await log.ReadAsync(Day, null, 1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_limit_outside_its_bounds_is_an_error(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Create(1 << 20).ReadAsync(Day, null, limit));

    [Fact]
    public async Task The_oldest_entries_make_room()
    {
        var log = Create(64 * 1024);
        for (var i = 0; i < 1000; i++)
            await log.AppendAsync(Entry(0, subject: $"{i}") with { Time = Noon + TimeSpan.FromSeconds(i) });

        var subjects = await Subjects(log, Day);

        Assert.InRange(subjects.Count, 50, 999);
        Assert.Equal("999", subjects[0]);
    }

    [Fact]
    public async Task One_huge_entry_does_not_push_out_all_others()
    {
        var log = Create(64 * 1024);
        await log.AppendAsync(Entry(1));
        await log.AppendAsync(Entry(2) with { Detail = new('x', 1_000_000) });

        Assert.Equal(["2", "1"], await Subjects(log, Day));
    }

    [Fact]
    public async Task Many_may_write_and_read_at_once()
    {
        var log = Create(1 << 20);
        await Parallel.ForAsync(0, 400, async (i, cancellationToken) =>
        {
            await log.AppendAsync(Entry(1, subject: $"{i}"), cancellationToken);
            Assert.NotEmpty(await log.ReadAsync(Day, null, 10, cancellationToken));
        });

        Assert.Equal(400, (await Subjects(log, Day)).Distinct().Count());
    }

    [Fact]
    public async Task Cancelled_calls_end_and_write_nothing()
    {
        var log = Create(1 << 20);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await log.AppendAsync(Entry(1), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await log.ReadAsync(Day, null, 1, cancelled));
        Assert.Empty(await Subjects(log, Day));
    }

    [Fact]
    public async Task Entries_are_there_after_reopening_and_new_ones_join_them()
    {
        var log = Create(1 << 20);
        var entry = new EventEntry(Noon, EventKind.Lifecycle, "", "stärt", "host", "…");
        await log.AppendAsync(entry);
        await log.AppendAsync(Entry(1, EventKind.Deploy) with { Detail = new('x', 100_000) });
        var before = await log.ReadAsync(Day, null, 1000);
        log = await ReopenAsync(log);

        Assert.Equal(before, await log.ReadAsync(Day, null, 1000));
        Assert.Equal(entry, before[^1]);

        await log.AppendAsync(Entry(2));
        log = await ReopenAsync(log);
        Assert.Equal(["2", "1", "host"], await Subjects(log, Day));
    }

    private static EventEntry Entry(int minute, EventKind kind = EventKind.Audit, string? subject = null) =>
        new(Noon + TimeSpan.FromMinutes(minute), kind, "ada", "test", subject ?? $"{minute}");

    private static async Task<List<string>> Subjects(IEventLog log, TimeRange range, EventKind? kind = null, int limit = 1000) =>
        [.. (await log.ReadAsync(range, kind, limit)).Select(entry => entry.Subject)];
}
