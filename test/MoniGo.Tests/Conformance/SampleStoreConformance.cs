using MoniGo.Signals;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

/// <summary>What every sample store promises; one subclass per store runs it.</summary>
/// <remarks>This part: appending. Reading is in the part named after windows.</remarks>
public abstract partial class SampleStoreConformance
{
    private protected static readonly StreamId Stream = StreamId.Local;
    private protected static readonly StreamId Other = new("other");

    private protected FakeTime Time { get; } = new(Noon + TimeSpan.FromMinutes(10));

    private protected abstract (ISampleWriter Writer, ISampleReader Reader) Create(
        FakeTime time, TimeSpan? retention = null, long? capacity = null);

    /// <summary>Gets how many ticks fill a small store.</summary>
    private protected virtual int Many => 5000;

    [Fact]
    public async Task A_tick_is_taken_and_can_be_read()
    {
        var (writer, reader) = Create(Time);

        var result = await writer.AppendAsync(Stream, new TickScript(Noon).Next((Level, 7)));

        Assert.True(result.Outcome is AppendOutcome.Durable or AppendOutcome.Written or AppendOutcome.Volatile, result.ToString());
        Assert.Null(result.Reason);
        Assert.Equal(7, Assert.Single(await WindowsOf(reader, Level, TimeSpan.Zero)).Last);
    }

    [Fact]
    public async Task A_repeated_tick_is_recognised_and_changes_nothing()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon);
        var (first, second) = (ticks.Next((Level, 1)), ticks.Next((Level, 2)));
        await Append(writer, first, second);

        Assert.Equal(AppendOutcome.Duplicate, (await writer.AppendAsync(Stream, first)).Outcome);
        Assert.Equal(AppendOutcome.Duplicate, (await writer.AppendAsync(Stream, second)).Outcome);
        Assert.Equal([1, 2], (await WindowsOf(reader, Level, TimeSpan.Zero)).Select(window => window.Last));
    }

    [Fact]
    public async Task The_same_sequence_of_another_run_or_stream_is_no_repeat()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon);
        var first = ticks.Next((Level, 1));
        await Append(writer, first, ticks.Restart().Next((Level, 2)));

        Assert.NotEqual(AppendOutcome.Duplicate, (await writer.AppendAsync(Other, first)).Outcome);
        Assert.Equal([1, 2], (await WindowsOf(reader, Level, TimeSpan.Zero)).Select(window => window.Last));
        Assert.Single(await WindowsOf(reader, Level, TimeSpan.Zero, stream: Other));
    }

    [Fact]
    public async Task A_late_tick_takes_its_place_in_time()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon);
        var (first, late, last) = (ticks.Next((Jobs, 1)), ticks.Next((Jobs, 4)), ticks.Next((Jobs, 9)));
        await Append(writer, first, last, late);

        var windows = await WindowsOf(reader, Jobs, TimeSpan.Zero);

        Assert.Equal([1, 4, 9], windows.Select(window => window.Last));
        Assert.Equal([0, 3, 5], windows.Select(window => window.Increase));
        Assert.Equal(AppendOutcome.Duplicate, (await writer.AppendAsync(Stream, late)).Outcome);
    }

    [Fact]
    public async Task Bad_data_is_refused_with_a_reason()
    {
        var (writer, reader) = Create(Time);
        var good = new TickScript(Noon).Next((Level, 1));
        var unnumbered = new Snapshot(good.Resource, good.Epoch, 0, good.Time, good.Families);
        var empty = new Snapshot(good.Resource, good.Epoch, 1, good.Time, default);

        foreach (var result in new[]
        {
            await writer.AppendAsync(default, good),
            await writer.AppendAsync(Stream, unnumbered),
            await writer.AppendAsync(Stream, empty),
        })
        {
            Assert.Equal(AppendOutcome.Refused, result.Outcome);
            Assert.False(string.IsNullOrEmpty(result.Reason));
        }

        Assert.Empty(await WindowsOf(reader, Level, TimeSpan.Zero));
    }

    [Fact]
    public async Task Ticks_leave_when_they_are_older_than_the_retention()
    {
        var (writer, reader) = Create(Time, retention: TimeSpan.FromMinutes(15));
        var ticks = new TickScript(Noon, TimeSpan.FromMinutes(1));
        await Append(writer, ticks.Next((Level, 1)), ticks.Next((Level, 2)), ticks.Next((Level, 3)));

        Time.Advance(TimeSpan.FromMinutes(7)); // the horizon stands at 12:02

        Assert.Equal([3], (await WindowsOf(reader, Level, TimeSpan.Zero)).Select(window => window.Last));
        Assert.Equal(AppendOutcome.Refused, (await writer.AppendAsync(Other, new TickScript(Noon).Next((Level, 9)))).Outcome);
    }

    [Fact]
    public async Task The_oldest_ticks_leave_when_the_capacity_is_reached()
    {
        const long Capacity = 24 * 1024;
        var (writer, reader) = Create(Time, capacity: Capacity);
        var ticks = new TickScript(Noon, TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < Many; i++)
            await Append(writer, ticks.Next((Level, Math.Sqrt(i)), (Jobs, i)));

        var windows = await WindowsOf(reader, Level, TimeSpan.Zero);

        Assert.InRange(reader.Status.Bytes, 1, Capacity);
        Assert.InRange(windows.Length, 10, Many - 1);
        Assert.Equal(Math.Sqrt(Many - 1), windows[^1].Last);
        Assert.Equal(windows[0].End, reader.Status.Oldest);
    }

    [Fact]
    public async Task Many_streams_share_the_capacity()
    {
        const long Capacity = 32 * 1024;
        var (writer, reader) = Create(Time, capacity: Capacity);
        for (var i = 0; i < Many; i++)
            await writer.AppendAsync(new($"agent-{i}"), new TickScript(Noon + TimeSpan.FromMilliseconds(i)).Next((Level, i)));

        Assert.InRange(reader.Status.Bytes, 1, Capacity);
        Assert.Empty(await WindowsOf(reader, Level, TimeSpan.Zero, stream: new("agent-0")));
        Assert.Single(await WindowsOf(reader, Level, TimeSpan.Zero, stream: new($"agent-{Many - 1}")));
    }

    [Fact]
    public async Task The_status_tells_what_is_kept()
    {
        var (writer, reader) = Create(Time, retention: TimeSpan.FromHours(3), capacity: 1 << 20);
        Assert.Null(reader.Status.Oldest);
        var ticks = new TickScript(Noon);
        var first = ticks.Next((Level, 1));
        await Append(writer, first, ticks.Next((Level, 2)));

        var status = reader.Status;

        Assert.Equal((TimeSpan.FromHours(3), 1 << 20, first.Time), (status.Retention, status.Capacity, status.Oldest));
        Assert.True(status.Bytes > 0);
        Assert.Null(status.Problem);
        Assert.NotEmpty(status.Kind);
    }

    [Fact]
    public async Task A_cancelled_append_keeps_nothing()
    {
        var (writer, reader) = Create(Time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await writer.AppendAsync(Stream, new TickScript(Noon).Next((Level, 1)), new(canceled: true)));

        Assert.Empty(await WindowsOf(reader, Level, TimeSpan.Zero));
    }

    [Fact]
    public async Task Writers_and_readers_do_not_disturb_each_other()
    {
        var (writer, reader) = Create(Time);
        await Parallel.ForAsync(0, 8, async (worker, cancellationToken) =>
        {
            var stream = new StreamId($"agent-{worker % 4}");
            var ticks = new TickScript(Noon, TimeSpan.FromMilliseconds(100)); // two writers bring the same ticks of each stream
            for (var i = 1; i <= 200; i++)
            {
                await writer.AppendAsync(stream, ticks.Next((Jobs, i)), cancellationToken);
                var windows = await WindowsOf(reader, Jobs, TimeSpan.Zero, stream: stream);
                Assert.Equal(windows.Length - 1, windows.Sum(window => window.Increase));
            }
        });

        for (var stream = 0; stream < 4; stream++)
            Assert.Equal(200, (await WindowsOf(reader, Jobs, TimeSpan.Zero, stream: new($"agent-{stream}"))).Length);
    }

    private protected static async Task Append(ISampleWriter writer, params Snapshot[] ticks)
    {
        foreach (var tick in ticks)
        {
            var result = await writer.AppendAsync(Stream, tick);
            Assert.True(result.Outcome is AppendOutcome.Durable or AppendOutcome.Written or AppendOutcome.Volatile, result.ToString());
        }
    }

    private protected static async Task<SampleWindow[]> WindowsOf(
        ISampleReader reader, InstrumentInfo instrument, TimeSpan step, TimeRange? range = null, StreamId? stream = null)
    {
        var series = await Read(reader, new SeriesSelector(instrument.Name), step, range, stream);
        return [.. series.SingleOrDefault()?.Windows ?? []];
    }

    private protected static async Task<List<SeriesWindows>> Read(
        ISampleReader reader, SeriesSelector selector, TimeSpan step, TimeRange? range = null, StreamId? stream = null)
    {
        var all = new TimeRange(Noon - TimeSpan.FromHours(1), Noon + TimeSpan.FromHours(1));
        return await reader.ReadAsync(new(stream ?? Stream, selector, range ?? all, step)).ToListAsync();
    }
}
