using System.Diagnostics;
using System.Globalization;
using MoniGo.KillTarget;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Kills a writing process in mid-write, again and again, and counts what it had acknowledged.</summary>
public sealed class KillTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("MONIGO_LONG") == "1" ? 100 : 10;

    [Theory]
    [InlineData("each")]
    [InlineData("interval")]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed(string sync)
    {
        using var directory = new TemporaryDirectory();
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var start = TickScript.Noon;
        List<(long Epoch, DateTimeOffset Start, long Acknowledged)> runs = [];
        for (var epoch = 1; epoch <= Rounds; epoch++)
        {
            var acknowledged = await RunAndKillAsync(directory.Root, sync, epoch, start, random.Next(1, sync == "each" ? 250 : 900));
            runs.Add((epoch, start, acknowledged));
            start += (acknowledged + 100) * TargetTicks.Interval;
            Assert.Equal((seed, null), (seed, await WhatIsLostAsync(directory.Root, runs, start)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Rounds} kills, {runs.Sum(run => run.Acknowledged)} acknowledged ticks");
        Assert.True(runs.Sum(run => run.Acknowledged) > 10 * Rounds);
    }

    private static async Task<long> RunAndKillAsync(string directory, string sync, long epoch, DateTimeOffset start, int milliseconds)
    {
        var info = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "MoniGo.KillTarget.dll"),
                directory,
                sync,
                epoch.ToString(CultureInfo.InvariantCulture),
                start.UtcTicks.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var process = Process.Start(info)!;
        var (acknowledged, since) = (0L, 0L);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (!long.TryParse(line, CultureInfo.InvariantCulture, out var sequence))
                break; // the last line may be cut

            (acknowledged, since) = (sequence, since == 0 ? Stopwatch.GetTimestamp() : since);
            if (Stopwatch.GetElapsedTime(since).TotalMilliseconds > milliseconds && !process.HasExited)
                process.Kill(); // SIGKILL; what it wrote until then is still in the pipe
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(128 + 9, process.ExitCode);
        return acknowledged;
    }

    private static async Task<string?> WhatIsLostAsync(
        string directory, List<(long Epoch, DateTimeOffset Start, long Acknowledged)> runs, DateTimeOffset now)
    {
        var kept = TimeSpan.FromDays(3650);
        await using var store = new SampleStore(
            new() { Directory = directory, RawRetention = kept, MinuteRetention = kept, HourRetention = kept }, time: new FakeTime(now));
        await store.StartAsync();
        if (store.Status is { Problem: not null } or { Damaged: > 0 })
            return $"{store.Status.Problem} {store.Status.LastDamage}";

        var selector = new SeriesSelector(TargetTicks.Level.Name, [new TagMatcher("i", "7")]);
        var series = await store.ReadAsync(new(StreamId.Local, selector, new(DateTimeOffset.MinValue, now), TimeSpan.Zero)).ToListAsync();
        var byTime = series.SelectMany(one => one.Windows).ToDictionary(window => window.End, window => window.Last);
        foreach (var (epoch, start, acknowledged) in runs)
        {
            for (long sequence = 1; sequence <= acknowledged; sequence++)
            {
                var time = start + (sequence * TargetTicks.Interval);
                if (!byTime.TryGetValue(time, out var value) || value != TargetTicks.LevelAt(7, epoch, sequence))
                    return $"tick {sequence} of {acknowledged} in run {epoch} is {(byTime.ContainsKey(time) ? "wrong" : "lost")}";
            }
        }

        return null;
    }
}
