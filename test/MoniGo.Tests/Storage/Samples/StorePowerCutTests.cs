using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Cuts the power anywhere, boot after boot: what was called durable is there, and no tier counts anything twice.</summary>
public sealed class StorePowerCutTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(2);

    private static bool IsLong => Environment.GetEnvironmentVariable("MONIGO_LONG") == "1";

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(null)]
    public async Task Whenever_the_power_goes_what_was_durable_is_there_and_counts_once(int? syncSeconds)
    {
        var settings = new StoreSettings { Directory = "/data/monigo", SyncInterval = syncSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
        for (var round = 0; round < (IsLong ? 400 : 8); round++)
        {
            var seed = Random.Shared.Next();
            try
            {
                await LiveAsync(settings, new(seed));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Failed with seed {seed}.", failure);
            }
        }
    }

    private static async Task LiveAsync(StoreSettings settings, Random random)
    {
        var machine = new CrashFiles(random.Next());
        var time = new FakeTime(TickScript.Noon);
        var ticks = new TickScript(TickScript.Noon, Interval);
        Dictionary<DateTimeOffset, double> offered = [];
        HashSet<DateTimeOffset> durable = [];
        for (var boot = 0; boot < 6; boot++)
        {
            var files = new PowerCutFiles(machine, boot == 5 ? int.MaxValue : random.Next(random.Next(2) == 0 ? 60 : 2500));
            await using var store = new SampleStore(settings, files, time);
            await store.StartAsync();
            var found = await CheckAsync(store, time, offered, durable, files.IsOff);
            durable.UnionWith(found); // what was seen after a start must never vanish again
            ticks.Restart();
            for (var i = random.Next(1000); i >= 0 && !files.IsOff; i--)
            {
                var value = random.NextDouble();
                var tick = ticks.Next((TickScript.Level, value), (TickScript.Jobs, ticks.Sequence));
                time.Advance(Interval);
                offered[tick.Time] = value;
                if ((await store.AppendAsync(StreamId.Local, tick)).Outcome == AppendOutcome.Durable)
                    durable.Add(tick.Time);

                if (i % 16 == 0)
                    await store.MaintainAsync();
            }

            machine = machine.Crash();
        }

        Assert.True(settings.SyncInterval != TimeSpan.Zero || durable.Count > 0);
    }

    private static async Task<IEnumerable<DateTimeOffset>> CheckAsync(
        SampleStore store, FakeTime time, Dictionary<DateTimeOffset, double> offered, HashSet<DateTimeOffset> durable, bool isOff)
    {
        if (isOff)
            return []; // cut in the middle of its start; the next one shows whether that did harm

        Assert.Equal((null, null, 0L), (store.Status.Problem, store.Status.LastDamage, store.Status.Damaged));
        var levels = await ReadAsync(store, time, TimeSpan.Zero);
        Assert.All(levels, window => Assert.Equal((1, offered[window.End]), (window.Count, window.Last)));
        Assert.Subset(levels.Select(window => window.End).ToHashSet(), durable);
        foreach (var step in new[] { TimeSpan.FromMinutes(1), TimeSpan.FromHours(1) })
        {
            var windows = await ReadAsync(store, time, step);
            Assert.Equal(
                levels.GroupBy(window => RowWindows.End(window.End, step)).Select(group => (group.Key, group.Count(), group.Last().Last)),
                windows.Select(window => (window.End, window.Count, window.Last)));
        }

        return durable.Count == 0 ? [] : levels.Select(window => window.End).Where(durable.Contains);
    }

    private static async Task<SampleWindow[]> ReadAsync(SampleStore store, FakeTime time, TimeSpan step)
    {
        var range = new TimeRange(TickScript.Noon, RowWindows.End(time.GetUtcNow(), TimeSpan.FromHours(1)));
        return [.. (await store.ReadAsync(new(StreamId.Local, new(TickScript.Level.Name), range, step)).ToListAsync()).SingleOrDefault()?.Windows ?? []];
    }
}
