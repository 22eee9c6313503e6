using MoniGo.Signals;
using MoniGo.Workloads;

namespace MoniGo.Tests;

/// <summary>What the figures of the store are measured with comes back bit for bit: from the head, from segments, after a restart.</summary>
/// <remarks>Two busy hours; the whole day and the whole fleet with <c>MONIGO_LONG=1</c>.</remarks>
public sealed class DayInAStoreTests
{
    private static readonly bool IsLong = string.Equals(Environment.GetEnvironmentVariable("MONIGO_LONG"), "1", StringComparison.Ordinal);
    private static readonly DateTimeOffset Nine = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly int Ticks = IsLong ? ReferenceDay.TicksPerDay : 2 * 720;

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public async Task The_reference_day_comes_back_bit_for_bit(int jitterMilliseconds)
    {
        await using var store = await WorkloadStore.OpenAsync(Nine);
        foreach (var tick in new ReferenceDay(Nine).Ticks(TimeSpan.FromMilliseconds(jitterMilliseconds), Ticks))
            await store.AppendAsync(StreamId.Local, tick);

        await CompareThroughoutAsync(store);
    }

    [Fact]
    public async Task A_day_of_histograms_comes_back_bit_for_bit()
    {
        await using var store = await WorkloadStore.OpenAsync(Nine);
        foreach (var tick in new HistogramDay(Nine).Ticks(IsLong ? Ticks : Ticks / 2))
            await store.AppendAsync(StreamId.Local, tick);

        await CompareThroughoutAsync(store);
    }

    [Fact]
    public async Task A_fleet_and_a_backlog_that_arrives_late_come_back_bit_for_bit()
    {
        var fleet = new ManyStreams(IsLong ? 1_000 : 60, end: Nine);
        var (punctual, cutOff) = IsLong ? (TimeSpan.FromHours(1), TimeSpan.FromDays(1)) : (TimeSpan.FromMinutes(30), TimeSpan.FromHours(3));
        await using var store = await WorkloadStore.OpenAsync(fleet.End - punctual, oldest: fleet.End - cutOff);
        foreach (var tick in fleet.Punctual(punctual).Concat(fleet.Backlog(cutOff)))
            await store.AppendAsync(tick.Stream, tick.Snapshot, tick.Heard);

        await CompareThroughoutAsync(store);
    }

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
