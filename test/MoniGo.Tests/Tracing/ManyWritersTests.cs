using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>64 threads that trace at once, while the tracer is read and set anew.</summary>
public sealed class ManyWritersTests
{
    private const int Writers = 64;
    private const int Calls = 1_500;

    private static readonly int[] Rates = [1, 100, 0, 3];

    [Fact]
    public async Task Sums_of_64_writers_are_exact()
    {
        var clock = new TimestampClock();
        using var tracer = new FunctionTracer(clock);
        await RunAsync(tracer, writer => tracer.Trace($"f{writer % 8}", () => clock.Advance(TimeSpan.FromMicroseconds(1))), meanwhile: _ => { });

        var reading = TracerReading.Of(tracer);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(Writers / 8 * Calls, reading.Calls($"f{i}"));
            Assert.Equal(0, reading.Active($"f{i}"));
            Assert.Equal(reading.Duration($"f{i}").Sum, reading.Value(FunctionInstruments.AttributedDuration, $"f{i}")!.Value, 9);
            Assert.Equal(reading.Duration($"f{i}").Sum, reading.Value(FunctionInstruments.SelfDuration, $"f{i}")!.Value, 9);
        }
    }

    [Fact]
    public async Task A_rate_change_in_mid_load_loses_nothing()
    {
        var kept = new KeptCalls();
        using var tracer = new FunctionTracer { Keeper = kept };
        await RunAsync(
            tracer,
            writer => Call(tracer, writer),
            meanwhile: round =>
            {
                tracer.SetSamplingRate(Rates[round % Rates.Length]);
                tracer.SetSamplingRate("task", round % 5);
            });

        var reading = TracerReading.Of(tracer);
        string[] names = ["action", "task", "scope", "failing"];
        Assert.All(names, name => Assert.Equal(Writers / 4 * Calls, reading.Calls(name)));
        Assert.All(names, name => Assert.Equal(0, reading.Active(name)));
        Assert.Equal(Writers / 4 * Calls, reading.Errors<FormatException>("failing"));
        Assert.False(tracer.HasLiveFrames);
        Assert.Equal(kept.All.Count, names.Sum(name => KeptOf(reading, name)));
        tracer.SetSamplingRate(1);
        TracerReading.Of(tracer);
        var before = kept.Of("action").Count;
        tracer.Trace("action", () => { });
        Assert.Equal(before + 1, kept.Of("action").Count);
    }

    private static double KeptOf(TracerReading reading, string name) =>
        ((string[])["sampled", "slow", "failed"]).Sum(reason => reading.Kept(name, reason) ?? 0);

    private static void Call(FunctionTracer tracer, int writer)
    {
        switch (writer % 4)
        {
            case 0:
                tracer.Trace("action", () => { });
                break;
            case 1:
                Assert.True(tracer.TraceAsync("task", () => Task.CompletedTask).IsCompleted);
                break;
            case 2:
                tracer.Start("scope").Dispose();
                break;
            default:
                Assert.Throws<FormatException>(() => tracer.Trace("failing", void () => throw new FormatException()));
                break;
        }
    }

    private static async Task RunAsync(FunctionTracer tracer, Action<int> call, Action<int> meanwhile)
    {
        var writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => OnNewThread.Run(() =>
        {
            for (var i = 0; i < Calls; i++)
                call(writer);
        })));
        for (var round = 0; !writers.IsCompleted; round++)
        {
            meanwhile(round);
            TracerReading.Of(tracer);
            await Task.Yield();
        }

        await writers;
    }
}
