using MoniGo.Signals;
using MoniGo.Workloads;

namespace MoniGo.Tests;

/// <summary>What the figures of the store are measured with comes back bit for bit: from the head, from segments, after a restart.</summary>
/// <remarks>Up to two busy hours; whole days and the whole fleet with <c>MONIGO_LONG=1</c>.</remarks>
public sealed class DayInAStoreTests
{
    private static readonly bool IsLong = string.Equals(Environment.GetEnvironmentVariable("MONIGO_LONG"), "1", StringComparison.Ordinal);

    // Soon after it an hour ends, so that short runs have two segments as well.
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 50, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1_440)]
    [InlineData(15, 360)]
    public async Task The_reference_day_comes_back_bit_for_bit(int jitterMilliseconds, int ticks)
    {
        await using var store = await WorkloadStore.OpenAsync(Start);
        foreach (var tick in new ReferenceDay(Start).Ticks(TimeSpan.FromMilliseconds(jitterMilliseconds), DayOr(ticks)))
            await store.AppendAsync(StreamId.Local, tick);

        await CompareThroughoutAsync(store);
    }

    [Fact]
    public async Task A_day_of_histograms_comes_back_bit_for_bit()
    {
        await using var store = await WorkloadStore.OpenAsync(Start);
        foreach (var tick in new HistogramDay(Start).Ticks(DayOr(360)))
            await store.AppendAsync(StreamId.Local, tick);

        await CompareThroughoutAsync(store);
    }

    [Fact]
    public async Task A_fleet_and_a_backlog_that_arrives_late_come_back_bit_for_bit()
    {
        var fleet = new ManyStreams(IsLong ? 1_000 : 60, end: Start);
        var (punctual, cutOff) = IsLong ? (TimeSpan.FromHours(1), TimeSpan.FromDays(1)) : (TimeSpan.FromMinutes(30), TimeSpan.FromHours(3));
        await using var store = await WorkloadStore.OpenAsync(fleet.End - punctual, oldest: fleet.End - cutOff);
        foreach (var tick in fleet.Punctual(punctual).Concat(fleet.Backlog(cutOff)))
            await store.AppendAsync(tick.Stream, tick.Snapshot, tick.Heard);

        await CompareThroughoutAsync(store);
    }

    [Fact]
    public async Task A_single_bit_that_differs_is_found()
    {
        var tick = new ReferenceDay(Start).Ticks(count: 1).Single();
        var series = tick.Families[0].Samples[0].Series;
        var kept = new KeptBits();
        kept.Add(StreamId.Local, tick);

        await Assert.ThrowsAsync<Xunit.Sdk.FailException>(() => CompareAsync(Math.BitIncrement));
        await CompareAsync(value => value);

        Task<long> CompareAsync(Func<double, double> twist) => kept.CompareAsync(
            new TwistedReader(tick, twist), StreamId.Local, series.Instrument.Name, new TimeRange(Start, tick.Time));
    }

    private static int DayOr(int ticks) => IsLong ? ReferenceDay.TicksPerDay : ticks;

    private static async Task CompareThroughoutAsync(WorkloadStore store)
    {
        await store.CompareAsync();
        await store.ReopenAsync();
        await store.CompareAsync();
        await store.SealAsync();
        await store.CompareAsync();
        await store.ReopenAsync();
        await store.CompareAsync();
    }
}
