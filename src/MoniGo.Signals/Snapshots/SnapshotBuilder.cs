using System.Collections.Immutable;

namespace MoniGo.Signals;

/// <summary>Gathers the samples of one tick from all sources.</summary>
/// <remarks>
/// Not thread-safe: the ticker owns one builder and reuses it, so a tick allocates only what its snapshot keeps.
/// A source that adds an instrument whose name another kind already uses is refused and counted in <see cref="Refused"/>.
/// </remarks>
public sealed class SnapshotBuilder
{
    private readonly SortedDictionary<string, Buffer> _families = new(StringComparer.Ordinal);

    /// <summary>Gets the time of the tick that is being gathered.</summary>
    public DateTimeOffset Time { get; private set; }

    /// <summary>Gets the number of samples refused since the builder was made.</summary>
    public long Refused { get; private set; }

    /// <summary>Gets the number of samples gathered for this tick.</summary>
    public int Count { get; private set; }

    /// <summary>Starts a tick and forgets the samples of the last one.</summary>
    public void Begin(DateTimeOffset time)
    {
        Time = time;
        Count = 0;
        List<string>? unused = null;
        foreach (var (name, buffer) in _families)
        {
            if (buffer.Samples.Count == 0)
                (unused ??= []).Add(name);

            buffer.Samples.Clear();
        }

        // Names that come and go, such as those of short-lived meters, must not pile up.
        unused?.ForEach(name => _families.Remove(name));
    }

    /// <summary>Adds the value of a counter or gauge; NaN and infinities are refused.</summary>
    public void Add(SeriesKey series, double value)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Instrument.Kind != InstrumentKind.Histogram && double.IsFinite(value))
            AddSample(new(series, value));
        else
            Refused++;
    }

    /// <summary>Adds the cumulative distribution of a histogram series, with its latest exemplars.</summary>
    public void Add(SeriesKey series, ExponentialHistogram histogram, ImmutableArray<Exemplar> exemplars = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(histogram);
        if (series.Instrument.Kind == InstrumentKind.Histogram)
            AddSample(new(series, histogram.Count, histogram) { Exemplars = exemplars });
        else
            Refused++;
    }

    /// <summary>Freezes what was gathered since <see cref="Begin"/>.</summary>
    public Snapshot Build(Resource resource, long epoch, long sequence)
    {
        var families = ImmutableArray.CreateBuilder<SampleFamily>(_families.Count);
        foreach (var buffer in _families.Values)
        {
            if (buffer.Samples.Count > 0)
                families.Add(new(buffer.Instrument, [.. buffer.Samples]));
        }

        return new(resource, epoch, sequence, Time, families.DrainToImmutable());
    }

    private void AddSample(Sample sample)
    {
        var instrument = sample.Series.Instrument;
        if (!_families.TryGetValue(instrument.Name, out var buffer))
            _families.Add(instrument.Name, buffer = new(instrument));

        if (buffer.Instrument.Kind != instrument.Kind)
        {
            if (buffer.Samples.Count > 0)
            {
                Refused++;
                return;
            }

            // Whoever had the name in earlier ticks is gone, so the newcomer may have it.
            _families[instrument.Name] = buffer = new(instrument);
        }

        buffer.Samples.Add(sample);
        Count++;
    }

    private sealed record Buffer(InstrumentInfo Instrument)
    {
        public List<Sample> Samples { get; } = [];
    }
}
