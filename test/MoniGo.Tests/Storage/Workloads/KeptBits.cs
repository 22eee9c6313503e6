using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>Remembers the bits of everything that was appended, to compare them with what is read.</summary>
/// <remarks>A histogram is remembered as a fingerprint of what it recorded since the tick before, which is what a store answers with.</remarks>
internal sealed class KeptBits
{
    private readonly Dictionary<StreamId, Dictionary<SeriesKey, List<(DateTimeOffset Time, ulong Bits)>>> _streams = [];
    private readonly Dictionary<(StreamId, SeriesKey), ExponentialHistogram> _latest = [];

    public IEnumerable<StreamId> Streams => _streams.Keys;

    public long Samples { get; private set; }

    public IEnumerable<string> InstrumentsOf(StreamId stream) => _streams[stream].Keys.Select(series => series.Instrument.Name).Distinct();

    public void Add(StreamId stream, Snapshot tick)
    {
        var isFirst = _streams.TryAdd(stream, []);
        var kept = _streams[stream];
        foreach (var sample in tick.Families.SelectMany(family => family.Samples))
        {
            if (!kept.TryGetValue(sample.Series, out var bits))
                kept.Add(sample.Series, bits = []);

            bits.Add((tick.Time, sample.Histogram is null ? Bits(sample.Value) : Fingerprint(sample.Value, Recorded(stream, sample, isFirst))));
            Samples++;
        }
    }

    /// <summary>Compares every bit of an instrument; gives the number of samples that were read.</summary>
    public async Task<long> CompareAsync(ISampleReader reader, StreamId stream, string instrument, TimeRange range)
    {
        var expected = _streams[stream].Keys.Where(series => string.Equals(series.Instrument.Name, instrument, StringComparison.Ordinal)).ToHashSet();
        var samples = 0L;
        await foreach (var read in reader.ReadAsync(new SampleQuery(stream, new(instrument), range, TimeSpan.Zero)))
        {
            Assert.True(expected.Remove(read.Series), $"{read.Series} of {stream} was not appended, or read twice.");
            Compare(stream, _streams[stream][read.Series], read);
            samples += read.Windows.Length;
        }

        Assert.Empty(expected);
        return samples;
    }

    private static void Compare(StreamId stream, List<(DateTimeOffset Time, ulong Bits)> expected, SeriesWindows read)
    {
        Assert.True(expected.Count == read.Windows.Length, $"{read.Series} of {stream}: {read.Windows.Length} samples were read, {expected.Count} appended.");
        for (var i = 0; i < expected.Count; i++)
        {
            var window = read.Windows[i];
            var bits = window.Histogram is { } histogram ? Fingerprint(window.Last, histogram) : Bits(window.Last);
            if (window.Count != 1 || window.End != expected[i].Time || bits != expected[i].Bits)
                Assert.Fail($"{read.Series} of {stream}, sample {i}: {expected[i].Time:O} {expected[i].Bits:X} was appended, {window} ({bits:X}) read.");
        }
    }

    /// <summary>Of the first tick of all nothing is known to have been recorded since; a series that comes later began at zero.</summary>
    private ExponentialHistogram Recorded(StreamId stream, in Sample sample, bool isFirst)
    {
        var key = (stream, sample.Series);
        var before = _latest.GetValueOrDefault(key);
        _latest[key] = sample.Histogram!;
        return before is null && isFirst ? ExponentialHistogram.Empty : sample.Histogram!.Since(before);
    }

    private static ulong Bits(double value) => BitConverter.DoubleToUInt64Bits(value);

    /// <summary>FNV-1a over the count so far, zeros, sum and buckets.</summary>
    private static ulong Fingerprint(double count, ExponentialHistogram histogram)
    {
        const ulong Prime = 1_099_511_628_211;
        var hash = 14_695_981_039_346_656_037;
        foreach (var part in (ulong[])[Bits(count), (ulong)histogram.ZeroCount, Bits(histogram.Sum)])
            hash = (hash ^ part) * Prime;

        for (var i = 0; i < histogram.Indices.Length; i++)
            hash = (((hash ^ (uint)histogram.Indices[i]) * Prime) ^ (ulong)histogram.Counts[i]) * Prime;

        return hash;
    }
}
