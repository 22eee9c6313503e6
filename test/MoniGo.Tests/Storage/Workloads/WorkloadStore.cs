using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A disk store that lives through a workload while a clock runs, and remembers what it was given.</summary>
internal sealed class WorkloadStore : IAsyncDisposable
{
    // An hour stays open this long at most.
    private static readonly TimeSpan UntilAllIsSealed = TimeSpan.FromHours(2);

    private readonly TemporaryDirectory _directory = new();
    private readonly KeptBits _kept = new();
    private readonly FakeTime _time;
    private readonly DateTimeOffset _start;
    private SampleStore _store;
    private int _hour;

    private WorkloadStore(DateTimeOffset start, DateTimeOffset oldest)
    {
        (_time, _start) = (new(start), oldest);
        _store = Make();
    }

    /// <summary>Opens an empty store.</summary>
    /// <param name="now">When the store begins.</param>
    /// <param name="oldest">A moment before the first tick, which may be older than the store.</param>
    public static async Task<WorkloadStore> OpenAsync(DateTimeOffset now, DateTimeOffset? oldest = null)
    {
        var workload = new WorkloadStore(now, oldest ?? now);
        await workload._store.StartAsync();
        return workload;
    }

    /// <summary>Appends a tick at the moment at which it is heard.</summary>
    public async Task AppendAsync(StreamId stream, Snapshot tick, DateTimeOffset? heard = null)
    {
        var due = (heard ?? tick.Time) - _time.GetUtcNow();
        if (due > TimeSpan.Zero)
            _time.Advance(due);

        var result = await _store.AppendAsync(stream, tick);
        Assert.True(result.Outcome is AppendOutcome.Written or AppendOutcome.Durable, $"{tick.Time:O}: {result} {_store.Status.Problem}");
        _kept.Add(stream, tick);
        if (tick.Time.Hour == _hour)
            return;

        _hour = tick.Time.Hour;
        await _store.MaintainAsync(); // an hour lasts longer in life than here
    }

    /// <summary>Compares every bit with what is in segments, and with what is still in the head.</summary>
    public async Task CompareAsync()
    {
        var range = new TimeRange(_start - TimeSpan.FromMinutes(1), _time.GetUtcNow() + TimeSpan.FromMinutes(1));
        var samples = 0L;
        foreach (var stream in _kept.Streams)
        {
            foreach (var instrument in _kept.InstrumentsOf(stream))
                samples += await _kept.CompareAsync(_store, stream, instrument, range);
        }

        Assert.Equal(_kept.Samples, samples);
    }

    /// <summary>Lets time pass until all is in segments.</summary>
    public async Task SealAsync()
    {
        _time.Advance(UntilAllIsSealed);
        await _store.MaintainAsync();
        var status = _store.Status;
        Assert.Null(status.Problem);
        Assert.Equal((0, 0, 0), (status.LiveSeries, status.Damaged, status.WriteFailures));
    }

    /// <summary>Closes the store and opens its directory anew.</summary>
    public async Task ReopenAsync()
    {
        await _store.DisposeAsync();
        _store = Make();
        await _store.StartAsync();
        Assert.Equal((null, 0L), (_store.Status.Problem, _store.Status.Damaged));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _directory.Dispose();
    }

    private SampleStore Make() => new(new StoreSettings { Directory = _directory.Root }, time: _time);
}
