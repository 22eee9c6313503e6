using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Reads the feed like everybody else and appends each snapshot to the store.</summary>
/// <remarks>A slow store loses ticks, which are counted; it never holds up the tick.</remarks>
internal sealed class StoreWriter(
    ISampleWriter writer, ISampleReader reader, IOptions<MoniGoOptions> options, ILogger<StoreWriter> logger) : ISnapshotSource
{
    // Half a minute of ticks at the default interval: enough for a slow fsync, little enough to hold.
    private const int QueuedTicks = 6;

    private static readonly SeriesKey Bytes = new(OwnInstruments.StoreBytes);
    private static readonly SeriesKey Missed = new(OwnInstruments.Dropped, TagSet.Of("reason", "store_slow"));
    private static readonly SeriesKey Refused = new(OwnInstruments.Dropped, TagSet.Of("reason", "store_refused"));

    private readonly StoredFunctions _functions = new(options.Value.Storage.MaxFunctions);
    private ISnapshotSubscription? _subscription;
    private long _refused;
    private bool _failing;

    public void Collect(SnapshotBuilder builder)
    {
        builder.Add(Bytes, reader.Status.Bytes);
        builder.Add(Missed, _subscription?.Missed ?? 0);
        builder.Add(Refused, Volatile.Read(ref _refused));
    }

    /// <summary>Starts to listen now, so that the returned loop misses no tick.</summary>
    public Task RunAsync(ISnapshotFeed feed)
    {
        _subscription = feed.Subscribe(QueuedTicks);
        return Task.Run(AppendAllAsync);
    }

    private async Task AppendAllAsync()
    {
        using var subscription = _subscription!;
        await foreach (var snapshot in subscription.ReadAllAsync())
        {
            try
            {
                var result = await writer.AppendAsync(StreamId.Local, _functions.Of(snapshot));
                if (result.Outcome == AppendOutcome.Refused)
                    Refuse(() => Log.AppendRefused(logger, result.Reason ?? "no reason given"));
                else
                    _failing = false;
            }
            catch (Exception failure)
            {
                Refuse(() => Log.AppendFailed(logger, failure));
            }
        }
    }

    // Logged once until an append succeeds again; every refusal is counted.
    private void Refuse(Action log)
    {
        Interlocked.Increment(ref _refused);
        if (!_failing)
            log();

        _failing = true;
    }
}
