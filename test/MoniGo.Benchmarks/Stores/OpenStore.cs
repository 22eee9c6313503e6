using System.Diagnostics;
using MoniGo.Signals;
using MoniGo.Storage;
using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>A disk store in a directory of its own, whose clock follows the ticks it is given.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    // An hour stays open this long for streams that come later; after two hours nothing of it is left in memory.
    private static readonly TimeSpan UntilAllIsSealed = TimeSpan.FromHours(2);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("monigo-figures-");
    private readonly ManualTime _time;

    private OpenStore(DateTimeOffset start) =>
        (_time, Samples) = (new(start), null!);

    public SampleStore Samples { get; private set; }

    /// <summary>Gets what appending has allocated so far.</summary>
    public long AppendedBytes { get; private set; }

    /// <summary>Gets the CPU time of the last append.</summary>
    public double LastCpuMicroseconds { get; private set; }

    /// <summary>Gets what came of it so far.</summary>
    public StoreStatus Status => Samples.Status;

    /// <summary>Opens an empty store at a moment.</summary>
    public static async Task<OpenStore> AtAsync(DateTimeOffset start)
    {
        var store = new OpenStore(start);
        store.Samples = new SampleStore(new StoreSettings { Directory = store._directory.FullName }, time: store._time);
        await store.Samples.StartAsync();
        return store;
    }

    /// <summary>Keeps so many ticks of a day, all sealed.</summary>
    public static async Task<OpenStore> KeepAsync(ReferenceDay day, int ticks, TimeSpan interval)
    {
        const int LastMinute = 59;
        var store = await AtAsync(day.Start);
        foreach (var tick in day.Ticks(count: ticks, interval: interval))
        {
            await store.AppendAsync(StreamId.Local, tick);
            if (tick.Time.Minute == LastMinute)
                await store.Samples.MaintainAsync(); // not faster than it seals, or the head would grow as in no life
        }

        await store.SealAllAsync();
        return store;
    }

    /// <summary>Appends a tick when it is due; gives the time that the caller waited.</summary>
    public async ValueTask<TimeSpan> AppendAsync(StreamId stream, Snapshot snapshot)
    {
        _time.MoveTo(snapshot.Time);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var (start, cpu) = (Stopwatch.GetTimestamp(), CpuTime.OfThread());
        var appending = Samples.AppendAsync(stream, snapshot); // waits only where each tick is synced, which is not here
        LastCpuMicroseconds = (CpuTime.OfThread() - cpu) / 1e3;
        AppendedBytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
        var result = await appending;
        var elapsed = Stopwatch.GetElapsedTime(start);
        return result.Outcome is AppendOutcome.Written or AppendOutcome.Durable
            ? elapsed
            : throw new InvalidOperationException($"The store did not write a tick: {result}. {Status.Problem}");
    }

    /// <summary>Lets time pass and does what is due by then; gives how long that took.</summary>
    public async Task<TimeSpan> MoveToAsync(DateTimeOffset time)
    {
        _time.MoveTo(time);
        var start = Stopwatch.GetTimestamp();
        await Samples.MaintainAsync();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Lets time pass until everything is in sealed segments.</summary>
    public async Task SealAllAsync()
    {
        await MoveToAsync(_time.GetUtcNow() + UntilAllIsSealed);
        await Samples.MaintainAsync();
        var status = Status;
        if (status is not { LiveSeries: 0, Damaged: 0, WriteFailures: 0, Problem: null })
            throw new InvalidOperationException($"The store is not well: {status}");
    }

    /// <summary>Gets the bytes of a tier, 0 being the ticks.</summary>
    public long BytesOf(int tier) => Status.Tiers[tier].Bytes;

    public async ValueTask DisposeAsync()
    {
        await Samples.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
