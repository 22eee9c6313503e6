using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>A total that rises and falls.</summary>
/// <remarks>Whole numbers and fractions add up apart, so that whole numbers stay exact and need one atomic addition.</remarks>
internal class UpDownCounterSeries(SeriesKey key) : LiveSeries(key)
{
    private long _whole;
    private double _fractions;

    public override void Record(long value) => Interlocked.Add(ref _whole, value);

    public override void Record(double value) => AtomicDouble.Add(ref _fractions, value);

    public sealed override void Publish(SnapshotBuilder builder) =>
        builder.Add(Key, Volatile.Read(ref _whole) + Volatile.Read(ref _fractions));
}
