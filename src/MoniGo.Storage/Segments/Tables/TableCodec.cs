using System.Collections.Immutable;
using System.IO.Compression;
using System.Numerics;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The bytes of a table of series: each text once, then numbers, all compressed.</summary>
internal static class TableCodec
{
    // The layout is that of FORMAT.md, "Table". Values stand key by key, as neighbours in a column are alike. All in SeriesOrder.

    // 11 takes 50 times as long for 10 % less of something that is 1 % of a segment; those between take longer for nothing.
    private const int Quality = 5;
    private const int LeastWindowBits = 10;
    private const int MostWindowBits = 18;
    private const int MostBytes = 1 << 28;

    /// <summary>Writes series that are in <see cref="SeriesOrder"/>.</summary>
    public static byte[] Write(ReadOnlySpan<SeriesKey> series)
    {
        var (texts, body) = (new TextList(), new ByteWriter(4096));
        var instruments = 0;
        for (var at = 0; at < series.Length; instruments++)
            at += WriteInstrument(series[at..], texts, body);

        var table = new ByteWriter(8192);
        texts.Write(table);
        table.Varint(instruments);
        table.Bytes(body.Written);
        return table.ToArray();
    }

    /// <summary>Compresses a table.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> table)
    {
        var into = new ByteWriter(BrotliEncoder.GetMaxCompressedLength(table.Length) + 10);
        into.Varint(table.Length);
        var start = into.Length;
        if (!BrotliEncoder.TryCompress(table, into.Take(BrotliEncoder.GetMaxCompressedLength(table.Length)), out var written, Quality, WindowBits(table.Length)))
            throw new InvalidOperationException("Brotli wants more room than it said it would.");

        into.Truncate(start + written);
        return into.ToArray();
    }

    /// <summary>Reads a table.</summary>
    /// <param name="compressed">Its bytes.</param>
    /// <param name="like">A table that probably holds the same series; their instances are used again.</param>
    public static SeriesTable Read(ReadOnlySpan<byte> compressed, SeriesTable? like)
    {
        var from = new ByteReader(Decompress(compressed));
        var texts = TextList.Read(ref from);
        var series = ImmutableArray.CreateBuilder<SeriesKey>();
        for (var instruments = from.Varint(from.Left); instruments > 0; instruments--)
            ReadInstrument(ref from, texts, series);

        if (like is not null)
        {
            for (var i = 0; i < series.Count; i++)
                series[i] = Known(series[i], like);
        }

        return new(series.DrainToImmutable());
    }

    /// <summary>Gives back what was compressed.</summary>
    public static byte[] Decompress(ReadOnlySpan<byte> compressed)
    {
        var from = new ByteReader(compressed);
        var table = new byte[from.Varint(MostBytes)];
        if (!BrotliDecoder.TryDecompress(from.Rest, table, out var written) || written != table.Length)
            throw new DamagedDataException("A table of series cannot be decompressed.");

        return table;
    }

    /// <summary>A window that is hardly larger than the table saves most of what Brotli takes from the system and rarely gives back.</summary>
    private static int WindowBits(int length) => Math.Clamp(BitOperations.Log2((uint)length) + 1, LeastWindowBits, MostWindowBits);

    private static int WriteInstrument(ReadOnlySpan<SeriesKey> series, TextList texts, ByteWriter into)
    {
        var instrument = series[0].Instrument;
        into.Varint(texts.Add(instrument.Name));
        into.Varint(texts.Add(instrument.Unit));
        into.Varint(texts.Add(instrument.Description));
        into.Varint(texts.Add(instrument.Meter));
        into.Byte((byte)instrument.Kind);
        var (count, groups) = (0, new List<int>());
        while (count < series.Length && series[count].Instrument == instrument)
        {
            groups.Add(GroupLength(series[count..]));
            count += groups[^1];
        }

        into.Varint(groups.Count);
        var at = 0;
        foreach (var length in groups)
        {
            WriteGroup(series.Slice(at, length), texts, into);
            at += length;
        }

        return count;
    }

    /// <summary>Counts the neighbours of one instrument whose tags have the same keys.</summary>
    private static int GroupLength(ReadOnlySpan<SeriesKey> series)
    {
        var end = 1;
        while (end < series.Length && series[end].Instrument == series[0].Instrument && HaveSameKeys(series[0].Tags, series[end].Tags))
            end++;

        return end;
    }

    private static bool HaveSameKeys(TagSet tags, TagSet others)
    {
        if (tags.Count != others.Count)
            return false;

        for (var i = 0; i < tags.Count; i++)
        {
            if (!string.Equals(tags[i].Key, others[i].Key, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static void WriteGroup(ReadOnlySpan<SeriesKey> series, TextList texts, ByteWriter into)
    {
        into.Varint(series.Length);
        into.Varint(series[0].Tags.Count);
        foreach (var (key, _) in series[0].Tags)
            into.Varint(texts.Add(key));

        for (var i = 0; i < series[0].Tags.Count; i++)
        {
            foreach (var one in series)
                into.Varint(texts.Add(one.Tags[i].Value));
        }
    }

    private static void ReadInstrument(ref ByteReader from, string[] texts, ImmutableArray<SeriesKey>.Builder into)
    {
        var (name, unit) = (TextList.At(texts, ref from), TextList.At(texts, ref from));
        var (description, meter) = (TextList.At(texts, ref from), TextList.At(texts, ref from));
        var kind = (InstrumentKind)from.Byte();
        if (kind > InstrumentKind.Histogram)
            throw new DamagedDataException($"There is no kind {(int)kind} of instrument.");

        var instrument = new InstrumentInfo(name, kind, unit, description, meter);
        for (var groups = from.Varint(from.Left); groups > 0; groups--)
            ReadGroup(ref from, texts, instrument, into);
    }

    private static void ReadGroup(ref ByteReader from, string[] texts, InstrumentInfo instrument, ImmutableArray<SeriesKey>.Builder into)
    {
        var (count, keys) = (from.Varint(MostBytes), from.Varint(from.Left));
        if (keys == 0 ? count > 1 : (long)count * keys > from.Left)
            throw new DamagedDataException("A table of series is shorter than it says.");

        var names = new string[keys];
        foreach (ref var name in names.AsSpan())
            name = TextList.At(texts, ref from);

        var values = new string[count * keys];
        foreach (ref var value in values.AsSpan())
            value = TextList.At(texts, ref from);

        var tags = new KeyValuePair<string, string>[keys];
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < keys; k++)
                tags[k] = new(names[k], values[(k * count) + i]);

            into.Add(new(instrument, keys == 1 ? TagSet.Of(tags[0].Key, tags[0].Value) : TagSet.Create(tags)));
        }
    }

    private static SeriesKey Known(SeriesKey series, SeriesTable like) =>
        like.IndexOf(series) is >= 0 and var at && like.Series[at].Instrument == series.Instrument ? like.Series[at] : series;
}
