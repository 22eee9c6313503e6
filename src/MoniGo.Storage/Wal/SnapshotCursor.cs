using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Walks the families and samples of a snapshot as one list.</summary>
internal ref struct SnapshotCursor
{
    // How far the same series is looked for, before it counts as gone or new.
    private const int Window = 64;

    private readonly ReadOnlySpan<SampleFamily> _families;
    private ReadOnlySpan<Sample> _samples;
    private int _family;
    private int _sample;

    public SnapshotCursor(Snapshot? snapshot)
    {
        _families = snapshot is null ? [] : snapshot.Families.AsSpan();
        Enter(0);
    }

    public readonly bool IsAtEnd => _family >= _families.Length;

    public readonly bool IsFamily => _sample < 0;

    /// <summary>Gets the instrument of the family that the cursor is in.</summary>
    public readonly InstrumentInfo Family => _families[_family].Instrument;

    public readonly ref readonly Sample Sample => ref _samples[_sample];

    public readonly WalItemKind Kind => IsFamily ? WalItemKind.Family : KindOf(Sample);

    public static WalItemKind KindOf(in Sample sample) => sample.Histogram is null
        ? WalItemKind.Value
        : DoubleBits.AreSame(sample.Value, sample.Histogram.Count)
            ? WalItemKind.Histogram
            : WalItemKind.HistogramAndValue;

    public void Next()
    {
        if (++_sample >= _samples.Length)
            Enter(_family + 1);
    }

    /// <summary>Tells whether both cursors stand at the same thing, but for its value.</summary>
    public readonly bool IsSame(in SnapshotCursor other)
    {
        if (IsFamily || other.IsFamily)
            return IsFamily && other.IsFamily && IsSame(Family, other.Family);

        return IsSame(Sample, other.Sample);
    }

    /// <summary>Finds how far ahead in this family a series stands; <see cref="int.MaxValue"/> when it is not near.</summary>
    public readonly int DistanceTo(in Sample wanted)
    {
        var end = Math.Min(_samples.Length, _sample + Window);
        for (var i = _sample + 1; i < end; i++)
        {
            if (IsSame(_samples[i], wanted))
                return i - _sample;
        }

        return int.MaxValue;
    }

    private static bool IsSame(in Sample a, in Sample b) =>
        (ReferenceEquals(a.Series, b.Series) || (a.Series.Equals(b.Series) && IsSame(a.Series.Instrument, b.Series.Instrument)))
        && KindOf(a) == KindOf(b);

    private static bool IsSame(InstrumentInfo a, InstrumentInfo b) => ReferenceEquals(a, b) || a == b;

    private void Enter(int family)
    {
        (_family, _sample) = (family, -1);
        _samples = IsAtEnd ? [] : _families[family].Samples.AsSpan();
    }
}
