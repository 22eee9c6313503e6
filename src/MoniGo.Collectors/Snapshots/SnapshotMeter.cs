using System.Diagnostics.Metrics;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Shows what MoniGo reads itself to foreign listeners, as observable instruments of its meter.</summary>
/// <remarks>
/// Instruments appear with the first snapshot that holds their family, and read the latest snapshot only when a listener asks.
/// Histograms cannot be handed to a listener as they are, and are left out. The meter belongs to the caller;
/// after disposal its instruments report nothing.
/// </remarks>
internal sealed class SnapshotMeter : IDisposable
{
    // One snapshot would do; a few spare ones keep a short stall out of the count of missed ticks.
    private const int QueueLength = 4;

    private readonly ISnapshotFeed _feed;
    private readonly Meter _meter;
    private readonly ISnapshotSubscription _subscription;
    private readonly HashSet<string> _published = new(StringComparer.Ordinal);
    private volatile bool _disposed;

    public SnapshotMeter(ISnapshotFeed feed, Meter meter)
    {
        (_feed, _meter) = (feed, meter);
        _subscription = feed.Subscribe(QueueLength);
        if (feed.Latest is { } latest)
            Publish(latest);

        Watching = WatchAsync();
    }

    /// <summary>Gets the work that looks for new families; ends with the feed or with disposal.</summary>
    public Task Watching { get; }

    /// <summary>Stops reporting.</summary>
    public void Dispose()
    {
        _disposed = true;
        _subscription.Dispose();
    }

    private async Task WatchAsync()
    {
        await foreach (var snapshot in _subscription.ReadAllAsync())
        {
            try
            {
                Publish(snapshot);
            }
            catch (Exception)
            {
                // Publishing an instrument calls every listener of the process; one that throws must not end ours, and is not ours to report.
            }
        }
    }

    private void Publish(Snapshot snapshot)
    {
        foreach (var family in snapshot.Families)
        {
            if (family.Instrument.Kind != InstrumentKind.Histogram && !_published.Contains(family.Instrument.Name) && HasOwn(family))
            {
                _published.Add(family.Instrument.Name);
                Publish(family.Instrument);
            }
        }
    }

    private void Publish(InstrumentInfo instrument)
    {
        var (name, unit, description) = (instrument.Name, instrument.Unit, instrument.Description);
        switch (instrument.Kind)
        {
            case InstrumentKind.Counter:
                _meter.CreateObservableCounter(name, () => Read(name), unit, description);
                break;
            case InstrumentKind.UpDownCounter:
                _meter.CreateObservableUpDownCounter(name, () => Read(name), unit, description);
                break;
            default:
                _meter.CreateObservableGauge(name, () => Read(name), unit, description);
                break;
        }
    }

    private IEnumerable<Measurement<double>> Read(string instrument)
    {
        if (_disposed || _feed.Latest?.Find(instrument) is not { } family)
            yield break;

        foreach (var sample in family.Samples)
        {
            if (IsOwn(sample.Series))
                yield return new(sample.Value, ToTags(sample.Series.Tags));
        }
    }

    private static bool HasOwn(SampleFamily family)
    {
        foreach (var sample in family.Samples)
        {
            if (IsOwn(sample.Series))
                return true;
        }

        return false;
    }

    // A family may be shared: somebody else's meter can use a name of ours.
    private static bool IsOwn(SeriesKey series) =>
        string.Equals(series.Instrument.Meter, InstrumentInfo.OwnMeter, StringComparison.Ordinal);

    private static Tag[] ToTags(TagSet tags)
    {
        var converted = new Tag[tags.Count];
        for (var i = 0; i < converted.Length; i++)
            converted[i] = new(tags[i].Key, tags[i].Value);

        return converted;
    }
}
