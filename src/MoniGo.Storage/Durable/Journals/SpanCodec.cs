using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Spans as bytes (FORMAT.md, "Spans").</summary>
internal sealed class SpanCodec : IRecordCodec<Span>
{
    private const byte HasParent = 1;
    private const byte HasError = 2;

    public LogKind Kind => LogKind.Spans;

    public void Write(Span record, ByteWriter into)
    {
        into.Byte((byte)((record.ParentId is null ? 0 : HasParent) | (record.Error is null ? 0 : HasError)));
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
    }

    public Span Read(ref ByteReader from)
    {
        var has = from.Byte();
        return new(
            from.Text(),
            from.Text(),
            (has & HasParent) != 0 ? from.Text() : null,
            from.Text(),
            from.Time(),
            TimeSpan.FromTicks(from.Zigzag()),
            (has & HasError) != 0 ? from.Text() : null,
            Tags(ref from));
    }

    private static TagSet Tags(ref ByteReader from)
    {
        var tags = new KeyValuePair<string, string>[from.Varint(from.Left / 2)]; // a tag has two bytes at least
        for (var i = 0; i < tags.Length; i++)
            tags[i] = new(from.Text(), from.Text());

        return TagSet.Create(tags);
    }
}
