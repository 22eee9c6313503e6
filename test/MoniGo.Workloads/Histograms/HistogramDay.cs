using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Workloads;

/// <summary>A day of 200 cumulative histograms with 40 live buckets each, about 10 recordings a tick, by load.</summary>
/// <remarks>Deterministic as <see cref="ReferenceDay"/> is. Eight series share an instrument.</remarks>
/// <param name="start">Midnight of the day; the first tick comes one interval later. 20 November 2026 when null.</param>
public sealed class HistogramDay(DateTimeOffset? start = null)
{
    /// <summary>Number of histograms.</summary>
    public const int Histograms = 200;

    private const int SeriesPerInstrument = 8;

    // Mean over the day is 10: the load curve's mean is 0.60.
    private const double RecordingsAtFullLoad = 16.7;
    private const int FirstLane = 10_000;
    private static readonly PoissonByLoad Recordings = new(RecordingsAtFullLoad);
    private static readonly Resource Process = new("histograms", "run-1", "box", 4712, DateTimeOffset.UnixEpoch);

    /// <summary>Gets the start of the day.</summary>
    public DateTimeOffset Start { get; } = start ?? new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the series, in the order of the snapshots.</summary>
    public ImmutableArray<SeriesKey> Series { get; } = MakeSeries();

    /// <summary>Makes the ticks one by one.</summary>
    public IEnumerable<Snapshot> Ticks(int count = ReferenceDay.TicksPerDay)
    {
        var histograms = Enumerable.Range(0, Histograms).Select(Begin).ToArray();
        for (var tick = 1; tick <= count; tick++)
        {
            var time = Start + (tick * ReferenceDay.Interval);
            var samples = Array.ConvertAll(histograms, histogram => histogram.Next(LoadCurve.At(time)));
            yield return new(Process, epoch: 1, tick, time, [.. Families(samples)]);
        }
    }

    // From 0.1 ms on, each instrument an octave higher up to half a second.
    private static GrowingHistogram Begin(int number) => new(
        new Xoshiro(ReferenceDay.Seed, FirstLane + number),
        (-13 + (number / SeriesPerInstrument % 10)) * ExponentialBuckets.PerOctave,
        Recordings);

    private static ImmutableArray<SeriesKey> MakeSeries()
    {
        var all = ImmutableArray.CreateBuilder<SeriesKey>(Histograms);
        for (var i = 0; i < Histograms; i++)
        {
            var instrument = i % SeriesPerInstrument == 0
                ? new InstrumentInfo($"reference.duration.{(i / SeriesPerInstrument) + 1:00}", InstrumentKind.Histogram, "s")
                : all[^1].Instrument;
            all.Add(new(instrument, TagSet.Of("route", $"/route/{i % SeriesPerInstrument}")));
        }

        return all.DrainToImmutable();
    }

    private IEnumerable<SampleFamily> Families(ExponentialHistogram[] latest)
    {
        for (var first = 0; first < Histograms; first += SeriesPerInstrument)
        {
            var samples = ImmutableArray.CreateBuilder<Sample>(SeriesPerInstrument);
            for (var i = first; i < first + SeriesPerInstrument; i++)
            {
                if (latest[i].Count > 0)
                    samples.Add(new(Series[i], latest[i].Count, latest[i]));
            }

            if (samples.Count > 0)
                yield return new(Series[first].Instrument, samples.ToImmutable());
        }
    }
}
