using System.Collections.Immutable;
using MoniGo.Signals;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public abstract partial class SampleStoreConformance
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Windows_end_at_multiples_of_the_step_and_hold_what_came_after_the_one_before()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, TimeSpan.FromSeconds(20));
        await Append(writer, [.. Enumerable.Range(1, 7).Select(i => ticks.Next((Level, i)))]); // 12:00:20 to 12:02:20

        var windows = await WindowsOf(reader, Level, Minute);

        Assert.Equal([Noon + Minute, Noon + (2 * Minute), Noon + (3 * Minute)], windows.Select(window => window.End));
        Assert.Equal([3, 3, 1], windows.Select(window => window.Count)); // 12:01:00 belongs to the window it ends
        Assert.Equal(new SampleWindow(Noon + Minute, 3, 3, 1, 3, 6, 0, null), windows[0]);
    }

    [Fact]
    public async Task A_range_is_open_at_its_start_and_closed_at_its_end()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, Minute);
        await Append(writer, [.. Enumerable.Range(1, 5).Select(i => ticks.Next((Level, i)))]);

        var windows = await WindowsOf(reader, Level, TimeSpan.Zero, new(Noon + (2 * Minute), Noon + (4 * Minute)));

        Assert.Equal([3, 4], windows.Select(window => window.Last));
    }

    [Fact]
    public async Task A_window_at_the_edge_counts_only_ticks_of_the_range()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, TimeSpan.FromSeconds(10));
        await Append(writer, [.. Enumerable.Range(1, 12).Select(i => ticks.Next((Jobs, i)))]);

        var range = new TimeRange(Noon + TimeSpan.FromSeconds(30), Noon + TimeSpan.FromSeconds(90));
        var windows = await WindowsOf(reader, Jobs, Minute, range);

        Assert.Equal([(3, 3d), (3, 3d)], windows.Select(window => (window.Count, window.Increase)));
    }

    [Fact]
    public async Task A_window_without_ticks_is_absent()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, TimeSpan.FromSeconds(30));
        await Append(writer, ticks.Next((Jobs, 1)), ticks.Next((Jobs, 2)), ticks.Skip(4).Next((Jobs, 8)));

        var windows = await WindowsOf(reader, Jobs, Minute);

        Assert.Equal([Noon + Minute, Noon + (4 * Minute)], windows.Select(window => window.End));
        Assert.Equal([1, 6], windows.Select(window => window.Increase)); // growth across the gap is not lost
    }

    [Fact]
    public async Task Growth_is_counted_from_the_tick_before_the_range()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, Minute);
        await Append(writer, ticks.Next((Jobs, 100)), ticks.Next((Level, 0)), ticks.Next((Jobs, 130)));

        var window = Assert.Single(await WindowsOf(reader, Jobs, Minute, new(Noon + (2 * Minute), Noon + (3 * Minute))));

        Assert.Equal((130, 30), (window.Last, window.Increase)); // the series missed a tick in between
    }

    [Fact]
    public async Task What_a_series_counted_before_the_first_tick_known_is_no_growth()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, Minute);
        await Append(writer, ticks.Next((Jobs, 1000)), ticks.Next((Jobs, 1001)));

        Assert.Equal([0, 1], (await WindowsOf(reader, Jobs, Minute)).Select(window => window.Increase));
    }

    [Fact]
    public async Task A_series_that_appears_during_a_run_counted_from_zero()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, Minute);
        var failures = TickScript.Recorded(0.1, 0.2);
        await Append(writer, ticks.Next((Level, 0)), ticks.Next(b =>
        {
            b.Add(new(Jobs), 3);
            b.Add(new(Latency), failures);
        }));

        Assert.Equal(3, Assert.Single(await WindowsOf(reader, Jobs, Minute)).Increase);
        Assert.Equal(2, Assert.Single(await WindowsOf(reader, Latency, Minute)).Histogram!.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_counter_that_falls_counts_from_zero(bool restart)
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, TimeSpan.FromSeconds(20));
        await Append(writer, ticks.Next((Jobs, 10)), ticks.Next((Jobs, 15)));
        if (restart)
            ticks.Restart();

        await Append(writer, ticks.Next((Jobs, 4)), ticks.Next((Jobs, 6)));

        var windows = await WindowsOf(reader, Jobs, Minute);

        Assert.Equal([5 + 4, 2], windows.Select(window => window.Increase));
    }

    [Fact]
    public async Task A_counter_of_the_machine_that_outlives_a_restart_does_not_jump()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, Minute);
        await Append(writer, ticks.Next((Jobs, 1_000_000)), ticks.Restart().Next((Jobs, 1_000_007)));

        Assert.Equal([0, 7], (await WindowsOf(reader, Jobs, Minute)).Select(window => window.Increase));
    }

    [Fact]
    public async Task A_total_that_rises_and_falls_is_never_reset()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, Minute);
        await Append(writer, ticks.Next((Open, 5)), ticks.Next((Open, 2)), ticks.Next((Open, 4)));

        Assert.Equal([0, -3, 2], (await WindowsOf(reader, Open, Minute)).Select(window => window.Increase));
    }

    [Fact]
    public async Task A_clock_set_back_counts_nothing_twice()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, Minute);
        await Append(writer, ticks.Next((Jobs, 10)), ticks.Next((Jobs, 20)), ticks.Next((Jobs, 30)));
        await Append(writer, ticks.SetClock(Noon + TimeSpan.FromSeconds(30)).Next((Jobs, 40)), ticks.Next((Jobs, 50)));

        var windows = await WindowsOf(reader, Jobs, TimeSpan.Zero);

        Assert.Equal(5, windows.Length);
        Assert.Equal(40, windows.Sum(window => window.Increase));
    }

    [Fact]
    public async Task A_histogram_window_holds_what_was_recorded_in_it()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, TimeSpan.FromSeconds(30));
        await Append(
            writer,
            ticks.Next(b => b.Add(new(Latency), Recorded(1))),
            ticks.Next(b => b.Add(new(Latency), Recorded(1, 2))),
            ticks.Next(b => b.Add(new(Latency), Recorded(1, 2, 4))),
            ticks.Next(b => b.Add(new(Latency), Recorded(1, 2, 4, 4, 8))),
            ticks.Next(b => b.Add(new(Latency), Recorded(1, 2, 4, 4, 8))));

        var windows = await WindowsOf(reader, Latency, Minute);

        Assert.Equal([1, 3, 0], windows.Select(window => window.Histogram!.Count));
        Assert.Equal([1, 3, 0], windows.Select(window => window.Increase));
        Assert.Equal([2, 5, 5], windows.Select(window => window.Last));
        Assert.Equal([2, 16, 0], windows.Select(window => window.Histogram!.Sum));
        Assert.InRange(windows[1].Histogram!.Quantile(0.5), 3.9, 4.1);
    }

    [Fact]
    public async Task A_histogram_window_leaves_out_what_was_recorded_before_the_range()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, Minute);
        await Append(
            writer,
            ticks.Next(b => b.Add(new(Latency), Recorded(1))),
            ticks.Next(b => b.Add(new(Latency), Recorded(1, 1))),
            ticks.Next(b => b.Add(new(Latency), Recorded(1, 1, 4))));

        var window = Assert.Single(await WindowsOf(reader, Latency, Minute, new(Noon + (2 * Minute), Noon + (3 * Minute))));

        Assert.Equal((1, 4), (window.Histogram!.Count, window.Histogram.Sum));
    }

    [Fact]
    public async Task A_histogram_starts_anew_with_its_process_even_if_it_holds_more()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, TimeSpan.FromSeconds(20));
        await Append(
            writer,
            ticks.Next(b => b.Add(new(Latency), Recorded(1))),
            ticks.Next(b => b.Add(new(Latency), Recorded(1, 1))),
            ticks.Restart().Next(b => b.Add(new(Latency), Recorded(2, 2, 2))));

        var window = Assert.Single(await WindowsOf(reader, Latency, Minute));

        Assert.Equal((4, 4), (window.Histogram!.Count, window.Increase));
        Assert.Equal(7, window.Histogram.Sum);
    }

    [Fact]
    public async Task A_histogram_that_was_reset_within_a_run_keeps_both_parts()
    {
        var (writer, reader) = Create(Time);
        var ticks = new TickScript(Noon, TimeSpan.FromSeconds(15));
        await Append(
            writer,
            ticks.Next(b => b.Add(new(Latency), Recorded(1, 1))),
            ticks.Next(b => b.Add(new(Latency), Recorded(1, 1, 1))),
            ticks.Next(b => b.Add(new(Latency), Recorded(4))),
            ticks.Next(b => b.Add(new(Latency), Recorded(4, 4))));

        var window = Assert.Single(await WindowsOf(reader, Latency, Minute));

        Assert.Equal((3, 9), (window.Histogram!.Count, window.Histogram.Sum));
    }

    [Fact]
    public async Task Tags_select_series()
    {
        var (writer, reader) = Create(Time);
        await Append(writer, new TickScript(Noon).Next(b =>
        {
            b.Add(Key(Jobs, ("queue", "mail"), ("ok", "yes")), 1);
            b.Add(Key(Jobs, ("queue", "mail"), ("ok", "no")), 2);
            b.Add(Key(Jobs, ("queue", "print")), 3);
            b.Add(Key(Level, ("queue", "mail")), 4);
        }));

        async Task<IEnumerable<double>> Select(params ImmutableArray<TagMatcher> tags) =>
            (await Read(reader, new(Jobs.Name, tags), TimeSpan.Zero)).Select(series => series.Windows[0].Last).Order();

        Assert.Equal([1, 2, 3], await Select());
        Assert.Equal([1, 2], await Select(new TagMatcher("queue", "mail")));
        Assert.Equal([2], await Select(new TagMatcher("queue", "mail"), new TagMatcher("ok", "yes", Negate: true)));
        Assert.Equal([3], await Select(new TagMatcher("ok", "")));
        Assert.Empty(await Select(new TagMatcher("queue", "fax")));
    }

    [Fact]
    public async Task Unknown_names_answer_with_nothing()
    {
        var (writer, reader) = Create(Time);
        await Append(writer, new TickScript(Noon).Next((Level, 1)));

        Assert.Empty(await Read(reader, new("no.such.instrument"), Minute));
        Assert.Empty(await Read(reader, new(Level.Name), Minute, stream: new("no-such-stream")));
        Assert.Empty(await Read(reader, new(Level.Name), Minute, new(Noon + (5 * Minute), Noon + (6 * Minute))));
    }

    [Fact]
    public async Task A_cancelled_reading_ends()
    {
        var (writer, reader) = Create(Time);
        await Append(writer, new TickScript(Noon).Next((Level, 1)));
        var query = new SampleQuery(Stream, new(Level.Name), new(Noon, Noon + Minute), Minute);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.ReadAsync(query, cancelled).ToListAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.ReadAsync(query).ToListAsync(cancelled));
    }
}
