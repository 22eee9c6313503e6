using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Knows what the records of a file have defined so far.</summary>
/// <remarks><see cref="WalDefinitions"/> is its counterpart. Not thread-safe.</remarks>
internal sealed class WalDefined
{
    private readonly List<WalStream> _streams = [];
    private readonly List<(long Epoch, Resource Resource)> _runs = [];
    private readonly List<InstrumentInfo> _instruments = [];
    private readonly List<SeriesKey> _series = [];

    public WalStream Stream(ref ByteReader from)
    {
        var number = from.Varint(_streams.Count);
        if (number == _streams.Count)
            _streams.Add(new(new(from.Text())));

        return _streams[number];
    }

    public (long Epoch, Resource Resource) Run(ref ByteReader from)
    {
        var number = from.Varint(_runs.Count);
        if (number == _runs.Count)
            _runs.Add((from.Zigzag(), Resource(ref from)));

        return _runs[number];
    }

    /// <summary>Reads an item behind its first varint.</summary>
    public WalItem Item(WalItemKind kind, ulong number, ref ByteReader from) => kind switch
    {
        WalItemKind.Family => new(kind, Instrument(number, ref from), default),
        WalItemKind.Value => Sample(kind, Series(number, ref from), null),
        WalItemKind.Histogram or WalItemKind.HistogramAndValue => Sample(kind, Series(number, ref from), ExponentialHistogram.Empty),
        _ => throw new DamagedDataException($"There is no item of kind {kind}."),
    };

    /// <summary>Reads a moment, counted in 100 ns since the year 1.</summary>
    public static DateTimeOffset Moment(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
        ? new(ticks, TimeSpan.Zero)
        : throw new DamagedDataException($"{ticks} is no time.");

    private static WalItem Sample(WalItemKind kind, SeriesKey series, ExponentialHistogram? histogram) =>
        new(kind, series.Instrument, new(series, 0, histogram));

    private static Resource Resource(ref ByteReader from) => new(
        from.Text(), from.Text(), from.Text(), unchecked((int)from.Zigzag()), Moment(from.Zigzag()), from.Text(), from.Text());

    private InstrumentInfo Instrument(ulong number, ref ByteReader from)
    {
        if (number > (ulong)_instruments.Count)
            throw new DamagedDataException($"Instrument {number} is not defined.");

        if (number == (ulong)_instruments.Count)
            _instruments.Add(new(from.Text(), unchecked((InstrumentKind)(int)from.Varint()), from.Text(), from.Text(), from.Text()));

        return _instruments[(int)number];
    }

    private SeriesKey Series(ulong number, ref ByteReader from)
    {
        if (number > (ulong)_series.Count)
            throw new DamagedDataException($"Series {number} is not defined.");

        if (number == (ulong)_series.Count)
            _series.Add(new(Instrument(from.Varint(), ref from), Tags(ref from)));

        return _series[(int)number];
    }

    private static TagSet Tags(ref ByteReader from)
    {
        var tags = new KeyValuePair<string, string>[from.Varint(from.Left / 2)];
        for (var i = 0; i < tags.Length; i++)
            tags[i] = new(from.Text(), from.Text());

        return TagSet.Create(tags);
    }
}
