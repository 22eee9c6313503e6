using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Turns ticks into records, each told by the tick before it (FORMAT.md, "Ticks").</summary>
/// <remarks>
/// Not thread-safe. Sources hand out the same series in the same order nearly always, so one walk over both ticks finds what
/// differs: 300 series cost some microseconds and no allocation.
/// </remarks>
internal sealed class WalEncoder
{
    public const byte ListDiffers = 1;
    public const byte RunDiffers = 2;
    public const byte SequenceJumps = 4;

    private readonly WalDefinitions _definitions = new();
    private readonly Dictionary<StreamId, Last> _streams = [];
    private readonly ByteWriter _record = new(4096);
    private readonly ByteWriter _edits = new();
    private readonly ByteWriter _values = new(4096);
    private byte[] _changed = [];
    private int _samples;
    private int _copies;
    private int _skips;

    /// <summary>Makes the record of a tick; valid until the next call.</summary>
    public ReadOnlySpan<byte> Encode(StreamId stream, Snapshot snapshot)
    {
        if (!_streams.TryGetValue(stream, out var last))
            _streams.Add(stream, last = new());

        Begin(snapshot);
        Walk(new(last.Snapshot), new(snapshot));
        _record.Clear();
        _definitions.Stream(stream, _record);
        WriteHead(last, snapshot);
        _record.Bytes(_edits.Written);
        _record.Bytes(_changed.AsSpan(0, (_samples + 7) / 8));
        _record.Bytes(_values.Written);
        last.Snapshot = snapshot;
        return _record.Written;
    }

    private void Begin(Snapshot snapshot)
    {
        var samples = 0;
        foreach (var family in snapshot.Families.AsSpan())
            samples += family.Samples.AsSpan().Length;

        var bytes = (samples + 7) / 8;
        if (_changed.Length < bytes)
            _changed = new byte[bytes];

        Array.Clear(_changed, 0, bytes);
        _edits.Clear();
        _values.Clear();
        (_samples, _copies, _skips) = (0, 0, 0);
    }

    private void WriteHead(Last last, Snapshot snapshot)
    {
        var before = last.Snapshot;
        var runDiffers = before is null || before.Epoch != snapshot.Epoch
            || !(ReferenceEquals(before.Resource, snapshot.Resource) || before.Resource == snapshot.Resource);
        var jump = unchecked(snapshot.Sequence - (before?.Sequence ?? 0) - 1);
        _record.Byte((byte)((_edits.Length > 0 ? ListDiffers : 0) | (runDiffers ? RunDiffers : 0) | (jump != 0 ? SequenceJumps : 0)));
        if (runDiffers)
            _definitions.Run(snapshot.Epoch, snapshot.Resource, _record);

        if (jump != 0)
            _record.Zigzag(jump);

        var interval = snapshot.Time.UtcTicks - (before?.Time.UtcTicks ?? 0);
        _record.Zigzag(interval - last.Interval);
        last.Interval = interval;
    }

    private void Walk(SnapshotCursor before, SnapshotCursor after)
    {
        while (!after.IsAtEnd)
        {
            if (!before.IsAtEnd && before.IsSame(after))
                Copy(ref before, ref after);
            else
                Edit(ref before, ref after);
        }

        if (_edits.Length > 0 || !before.IsAtEnd)
            EndEdits();
    }

    private void Copy(ref SnapshotCursor before, ref SnapshotCursor after)
    {
        if (_skips > 0)
            FlushEdits();

        _copies++;
        if (!after.IsFamily)
            Change(before.Sample, after.Sample);

        before.Next();
        after.Next();
    }

    /// <summary>Skips what is gone, inserts what is new; families come in the order of their names.</summary>
    private void Edit(ref SnapshotCursor before, ref SnapshotCursor after)
    {
        var (skips, inserts) = before.IsAtEnd ? (0, 1) : Difference(before, after);
        for (; skips > 0; skips--, _skips++)
            before.Next();

        for (; inserts > 0; inserts--)
            Insert(ref after);
    }

    private static (int Skips, int Inserts) Difference(in SnapshotCursor before, in SnapshotCursor after)
    {
        if (before.IsFamily != after.IsFamily)
            return before.IsFamily ? (0, 1) : (1, 0);

        if (before.IsFamily)
        {
            var order = string.CompareOrdinal(before.Family.Name, after.Family.Name);
            return order == 0 ? (1, 1) : order < 0 ? (1, 0) : (0, 1);
        }

        var (gone, added) = (before.DistanceTo(after.Sample), after.DistanceTo(before.Sample));
        return gone == added ? (1, 1) : gone < added ? (gone, 0) : (0, added);
    }

    private void Insert(ref SnapshotCursor after)
    {
        FlushEdits();
        if (after.IsFamily)
            _definitions.Item(WalItemKind.Family, after.Family, null, _edits);
        else
        {
            var series = after.Sample.Series;
            _definitions.Item(after.Kind, series.Instrument, series.Tags, _edits);
            Change(new(series, 0, after.Sample.Histogram is null ? null : ExponentialHistogram.Empty), after.Sample);
        }

        after.Next();
    }

    private void Change(in Sample before, in Sample after)
    {
        var sample = _samples++;
        var hasHistogram = after.Histogram is not null;
        if (hasHistogram ? IsSameHistogram(before, after) : DoubleBits.AreSame(before.Value, after.Value))
            return;

        _changed[sample >> 3] |= (byte)(1 << (sample & 7));
        if (hasHistogram)
            HistogramCode.Write(before.Histogram!, after.Histogram!, _values);

        if (!hasHistogram || SnapshotCursor.KindOf(after) == WalItemKind.HistogramAndValue)
            ValueCode.Write(before.Value, after.Value, _values);
    }

    // The value of an ordinary histogram is its count and says nothing more.
    private static bool IsSameHistogram(in Sample before, in Sample after) =>
        HistogramCode.IsSame(before.Histogram!, after.Histogram!) && DoubleBits.AreSame(before.Value, after.Value);

    private void FlushEdits()
    {
        if (_copies > 0)
            _edits.Varint((ulong)_copies << 3);

        if (_skips > 0)
            _edits.Varint(((ulong)_skips << 3) | 1);

        (_copies, _skips) = (0, 0);
    }

    private void EndEdits()
    {
        // Whatever the tick before had behind the last copy is gone, without a word.
        _skips = 0;
        FlushEdits();
        _edits.Varint(0);
    }

    /// <summary>Where a stream stands.</summary>
    private sealed class Last
    {
        public Snapshot? Snapshot { get; set; }

        public long Interval { get; set; }
    }
}
