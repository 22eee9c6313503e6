using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Turns records back into ticks (FORMAT.md, "Ticks"); what does not fit is a <see cref="DamagedDataException"/>.</summary>
/// <remarks>Not thread-safe. Ticks share series, instruments and unchanged distributions. After an exception it must not be used again.</remarks>
internal sealed class WalDecoder
{
    private readonly WalDefined _defined = new();
    private readonly HistogramCode _histograms = new();

    public (StreamId Stream, Snapshot Tick) Decode(ReadOnlySpan<byte> record)
    {
        var from = new ByteReader(record);
        var stream = _defined.Stream(ref from);
        ReadHead(ref from, stream);
        ReadValues(ref from, CollectionsMarshal.AsSpan(stream.Items));
        if (from.Left > 0)
            throw new DamagedDataException($"{from.Left} bytes are left behind a tick.");

        var (epoch, resource) = stream.Run!.Value;
        return (stream.Id, new(resource, epoch, stream.Sequence, WalDefined.Moment(stream.Time), Families(CollectionsMarshal.AsSpan(stream.Items))));
    }

    private void ReadHead(ref ByteReader from, WalStream stream)
    {
        var flags = from.Byte();
        if ((flags & WalEncoder.RunDiffers) != 0)
            stream.Run = _defined.Run(ref from);

        if (stream.Run is null)
            throw new DamagedDataException("A stream begins without its run.");

        var jump = (flags & WalEncoder.SequenceJumps) != 0 ? from.Zigzag() : 0;
        stream.Sequence = unchecked(stream.Sequence + 1 + jump);
        stream.Interval = unchecked(stream.Interval + from.Zigzag());
        stream.Time = unchecked(stream.Time + stream.Interval);
        if ((flags & WalEncoder.ListDiffers) != 0)
            ReadEdits(ref from, stream);
    }

    private void ReadEdits(ref ByteReader from, WalStream stream)
    {
        var (before, after, at) = (stream.Items, stream.Spare, 0);
        after.Clear();
        while (from.Varint() is not 0 and var edit)
        {
            var (code, number) = ((int)(edit & 7), edit >> 3);
            if (code >= (int)WalItemKind.Family)
                after.Add(_defined.Item((WalItemKind)code, number, ref from));
            else if (number > (ulong)(before.Count - at))
                throw new DamagedDataException($"{number} items wanted and {before.Count - at} left.");
            else
            {
                if (code == 0)
                    after.AddRange(CollectionsMarshal.AsSpan(before).Slice(at, (int)number));

                at += (int)number;
            }
        }

        if (after.Count > 0 && after[0].Kind != WalItemKind.Family)
            throw new DamagedDataException("A sample stands before the first family.");

        (stream.Items, stream.Spare) = (after, before);
    }

    private void ReadValues(ref ByteReader from, Span<WalItem> items)
    {
        var samples = 0;
        foreach (ref readonly var item in items)
            samples += item.Kind == WalItemKind.Family ? 0 : 1;

        var changed = from.Bytes((samples + 7) / 8);
        samples = 0;
        foreach (ref var item in items)
        {
            if (item.Kind == WalItemKind.Family)
                continue;

            if ((changed[samples >> 3] & (1 << (samples & 7))) != 0)
                item = item with { Sample = ReadSample(ref from, item) };

            samples++;
        }
    }

    private Sample ReadSample(ref ByteReader from, in WalItem before)
    {
        var (series, value, histogram) = before.Sample;
        if (histogram is not null)
            histogram = _histograms.Read(ref from, histogram);

        return before.Kind == WalItemKind.Histogram
            ? new(series, histogram!.Count, histogram)
            : new(series, ValueCode.Read(ref from, value), histogram);
    }

    private static ImmutableArray<SampleFamily> Families(ReadOnlySpan<WalItem> items)
    {
        var families = ImmutableArray.CreateBuilder<SampleFamily>();
        while (!items.IsEmpty)
        {
            var instrument = items[0].Instrument;
            items = items[1..];
            var samples = new Sample[CountSamples(items)];
            for (var i = 0; i < samples.Length; i++)
                samples[i] = items[i].Sample;

            families.Add(new(instrument, ImmutableCollectionsMarshal.AsImmutableArray(samples)));
            items = items[samples.Length..];
        }

        return families.DrainToImmutable();
    }

    private static int CountSamples(ReadOnlySpan<WalItem> items)
    {
        var count = 0;
        while (count < items.Length && items[count].Kind != WalItemKind.Family)
            count++;

        return count;
    }
}
