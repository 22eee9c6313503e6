using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Spans as bytes (FORMAT.md, "Spans").</summary>
internal sealed class SpanCodec : IRecordCodec<Span>
{
    private const byte HasParent = 1;
    private const byte HasError = 2;
    private const byte HasLines = 4;

    public LogKind Kind => LogKind.Spans;

    public void Write(Span record, ByteWriter into)
    {
        into.Byte(Has(record));
        into.Text(record.TraceId);
        into.Text(record.SpanId);
        if (record.ParentId is { } parent)
            into.Text(parent);

        into.Text(record.Name);
        into.Varint((ulong)record.Start.UtcTicks);
        into.Zigzag(record.Duration.Ticks);
        if (record.Error is { } error)
            into.Text(error);

        into.Varint(record.Tags.Count);
        foreach (var (key, value) in record.Tags)
        {
            into.Text(key);
            into.Text(value);
        }

        if (!record.Lines.IsDefaultOrEmpty)
            WriteLines(record, into);
    }

    public Span Read(ref ByteReader from)
    {
        var has = from.Byte();
        var span = new Span(
            from.Text(),
            from.Text(),
            (has & HasParent) != 0 ? from.Text() : null,
            from.Text(),
            from.Time(),
            TimeSpan.FromTicks(from.Zigzag()),
            (has & HasError) != 0 ? from.Text() : null,
            Tags(ref from));
        return (has & HasLines) != 0 ? span with { Lines = Lines(ref from, span.Start) } : span;
    }

    private static byte Has(Span span) => (byte)(
        (span.ParentId is null ? 0 : HasParent) | (span.Error is null ? 0 : HasError) | (span.Lines.IsDefaultOrEmpty ? 0 : HasLines));

    // Lines stand within moments of the start, so that their distance takes a few bytes.
    private static void WriteLines(Span span, ByteWriter into)
    {
        into.Varint(span.Lines.Length);
        foreach (var line in span.Lines)
        {
            into.Zigzag(line.Time.UtcTicks - span.Start.UtcTicks);
            into.Text(line.Level);
            into.Text(line.Category);
            into.Text(line.Message);
        }
    }

    private static TagSet Tags(ref ByteReader from)
    {
        var tags = new KeyValuePair<string, string>[from.Varint(from.Left / 2)]; // a tag has two bytes at least
        for (var i = 0; i < tags.Length; i++)
            tags[i] = new(from.Text(), from.Text());

        return TagSet.Create(tags);
    }

    private static ImmutableArray<LogLine> Lines(ref ByteReader from, DateTimeOffset start)
    {
        var lines = new LogLine[from.Varint(from.Left / 4)]; // a line has four bytes at least
        for (var i = 0; i < lines.Length; i++)
            lines[i] = new(TimeOf(start, from.Zigzag()), from.Text(), from.Text(), from.Text());

        return ImmutableCollectionsMarshal.AsImmutableArray(lines);
    }

    private static DateTimeOffset TimeOf(DateTimeOffset start, long distance)
    {
        var ticks = unchecked(start.UtcTicks + distance);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new(ticks, TimeSpan.Zero)
            : throw new DamagedDataException($"{ticks} is no time.");
    }
}
