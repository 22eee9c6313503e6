using System.Buffers;
using System.Text;
using MoniGo.Signals;
using MoniGo.Wire;

namespace MoniGo.Tests;

/// <summary>Makes small snapshots and writes them as scrape pages.</summary>
internal static class PageSnapshot
{
    public static Resource Resource { get; } = new(
        "shop", "shop-1", "box", 42, new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), "1.2.3", "Production");

    public static Snapshot Of(params SampleFamily[] families) => new(
        Resource, 1, 1, Resource.StartTime.AddMinutes(5), [.. families.OrderBy(family => family.Instrument.Name, StringComparer.Ordinal)]);

    public static SampleFamily Family(string name, InstrumentKind kind, string unit, params (TagSet Tags, double Value)[] samples)
    {
        var instrument = new InstrumentInfo(name, kind, unit, $"About {name}.");
        return new(instrument, [.. samples.Select(sample => new Sample(new(instrument, sample.Tags), sample.Value))]);
    }

    public static SampleFamily Gauge(string name, double value, string unit = "") =>
        Family(name, InstrumentKind.Gauge, unit, (TagSet.Empty, value));

    public static SampleFamily Counter(string name, double value, string unit = "") =>
        Family(name, InstrumentKind.Counter, unit, (TagSet.Empty, value));

    public static SampleFamily Histogram(string name, string unit, TagSet tags, params ReadOnlySpan<double> values)
    {
        var instrument = new InstrumentInfo(name, InstrumentKind.Histogram, unit, $"About {name}.");
        var recorded = new HistogramAccumulator();
        foreach (var value in values)
            recorded.Record(value);

        return new(instrument, [new(new(instrument, tags), values.Length, recorded.ToHistogram())]);
    }

    public static string Write(ExpositionFormat format, Snapshot? snapshot) => Encoding.UTF8.GetString(WriteBytes(format, snapshot));

    public static byte[] WriteBytes(ExpositionFormat format, Snapshot? snapshot)
    {
        var output = new ArrayBufferWriter<byte>();
        new ExpositionWriter().Write(format, snapshot, [], output);
        return output.WrittenSpan.ToArray();
    }
}
