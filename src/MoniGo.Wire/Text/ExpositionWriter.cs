using System.Buffers;
using MoniGo.Signals;

namespace MoniGo.Wire;

/// <summary>Writes a snapshot as a scrape page; <see cref="ExpositionReader"/> is its counterpart.</summary>
/// <remarks>
/// Not thread-safe: it keeps names, labels and buffers from page to page, so a page allocates next to nothing.
/// A series that would repeat another's labels is left out; the page is valid whatever the snapshot holds.
/// </remarks>
internal sealed class ExpositionWriter
{
    private readonly ExpositionPage _page = new();
    private readonly ExpositionLabels _labels = new();
    private readonly HashSet<TagSet> _seen = [];
    private readonly ArrayBufferWriter<byte> _pairs = new();

    /// <summary>Writes a page.</summary>
    /// <param name="format">The format.</param>
    /// <param name="snapshot">What to write; null writes the page without families.</param>
    /// <param name="first">Families that are not in the snapshot and whose names win.</param>
    /// <param name="output">Where to write.</param>
    public void Write(ExpositionFormat format, Snapshot? snapshot, ReadOnlySpan<SampleFamily> first, IBufferWriter<byte> output)
    {
        var text = new ExpositionOutput(output);
        if (snapshot is not null)
        {
            LayOut(snapshot, first);
            WriteTarget(format, snapshot.Resource, text);
            foreach (var entry in _page.Entries)
                WriteFamily(format, entry, text);

            WriteLeftOut(format, text);
        }

        if (format == ExpositionFormat.OpenMetrics)
            text.Raw("# EOF\n"u8);
    }

    private void LayOut(Snapshot snapshot, ReadOnlySpan<SampleFamily> first)
    {
        _page.Begin();
        foreach (var family in first)
            _page.Add(family);

        foreach (var family in snapshot.Families)
            _page.Add(family);
    }

    private void WriteFamily(ExpositionFormat format, ExpositionPage.Entry entry, ExpositionOutput text)
    {
        _seen.Clear();
        WriteHead(format, entry.Name, entry.Help, text);
        foreach (var source in entry.Sources)
        {
            var bounds = HistogramBounds.For(source.Instrument.Unit);
            foreach (var sample in source.Samples)
            {
                if (!TakeLabels(sample.Series.Tags))
                    continue;

                if (entry.Name.Type != ExpositionType.Histogram)
                    WriteValue(entry.Name.Sample, sample.Value, text);
                else if (sample.Histogram is { } histogram)
                    WriteHistogram(format, entry.Name.Sample, histogram, bounds, text);
            }
        }
    }

    private static void WriteHead(ExpositionFormat format, ExpositionName name, string help, ExpositionOutput text)
    {
        // The older format names a family after its samples, and knows neither info nor units.
        var family = format == ExpositionFormat.OpenMetrics ? name.Family : name.Sample;
        text.Raw("# TYPE "u8);
        text.Text(family);
        text.Raw(name.Type switch
        {
            ExpositionType.Counter => " counter\n"u8,
            ExpositionType.Histogram => " histogram\n"u8,
            ExpositionType.Info when format == ExpositionFormat.OpenMetrics => " info\n"u8,
            _ => " gauge\n"u8,
        });
        if (format == ExpositionFormat.OpenMetrics && name.Unit.Length > 0)
        {
            text.Raw("# UNIT "u8);
            text.Text($"{family} {name.Unit}\n");
        }

        if (help.Length == 0)
            return;

        text.Raw("# HELP "u8);
        text.Text(family);
        text.Raw(" "u8);
        text.Help(help, format);
        text.Raw("\n"u8);
    }

    // Encodes the labels once for all lines of a series; false when the family had them already.
    private bool TakeLabels(TagSet tags)
    {
        var labels = _labels.Of(tags);
        if (!_seen.Add(labels))
            return false;

        _pairs.ResetWrittenCount();
        var pairs = new ExpositionOutput(_pairs);
        foreach (var (name, value) in labels)
        {
            if (_pairs.WrittenCount > 0)
                pairs.Raw(","u8);

            pairs.Text(name);
            pairs.Raw("=\""u8);
            pairs.LabelValue(value);
            pairs.Raw("\""u8);
        }

        return true;
    }

    private void WriteValue(string name, double value, ExpositionOutput text)
    {
        WriteSeries(name, [], text);
        text.Number(value);
        text.Raw("\n"u8);
    }

    private void WriteSeries(string name, ReadOnlySpan<byte> suffix, ExpositionOutput text)
    {
        text.Text(name);
        text.Raw(suffix);
        if (_pairs.WrittenCount > 0)
        {
            text.Raw("{"u8);
            text.Raw(_pairs.WrittenSpan);
            text.Raw("}"u8);
        }

        text.Raw(" "u8);
    }

    private void WriteHistogram(
        ExpositionFormat format, string name, ExponentialHistogram histogram, HistogramBounds bounds, ExpositionOutput text)
    {
        var (cumulative, next) = (histogram.ZeroCount, 0);
        for (var i = 0; i < bounds.Values.Length; i++)
        {
            for (; next < histogram.Indices.Length && ExponentialBuckets.UpperBound(histogram.Indices[next]) <= bounds.Values[i]; next++)
                cumulative += histogram.Counts[next];

            WriteBucket(name, bounds.Label(i, format), cumulative, text);
        }

        WriteBucket(name, "+Inf"u8, histogram.Count, text);
        WriteSeries(name, "_sum"u8, text);
        text.Number(histogram.Sum);
        text.Raw("\n"u8);
        WriteSeries(name, "_count"u8, text);
        text.Number(histogram.Count);
        text.Raw("\n"u8);
    }

    private void WriteBucket(string name, ReadOnlySpan<byte> bound, long cumulative, ExpositionOutput text)
    {
        text.Text(name);
        text.Raw("_bucket{"u8);
        text.Raw(_pairs.WrittenSpan);
        text.Raw(_pairs.WrittenCount > 0 ? ",le=\""u8 : "le=\""u8);
        text.Raw(bound);
        text.Raw("\"} "u8);
        text.Number(cumulative);
        text.Raw("\n"u8);
    }

    private void WriteTarget(ExpositionFormat format, Resource resource, ExpositionOutput text)
    {
        _seen.Clear();
        WriteHead(format, ExpositionName.Target, "The process that the numbers come from.", text);
        TakeLabels(TagSet.Create(
            new("service.name", resource.ServiceName),
            new("service.instance.id", resource.InstanceId),
            new("service.version", resource.ServiceVersion),
            new("deployment.environment.name", resource.Environment),
            new("host.name", resource.HostName)));
        WriteValue(ExpositionName.Target.Sample, 1, text);
    }

    // OpenMetrics has no comments; there the reader of the older page is the one who learns of it.
    private void WriteLeftOut(ExpositionFormat format, ExpositionOutput text)
    {
        if (format == ExpositionFormat.OpenMetrics)
            return;

        foreach (var (instrument, taken) in _page.LeftOut)
        {
            text.Raw("# MoniGo left out instrument \""u8);
            text.LabelValue(instrument.Name);
            text.Raw("\": another one has the name "u8);
            text.Text(taken);
            text.Raw("\n"u8);
        }
    }
}
