namespace MoniGo.Workloads;

/// <summary>Makes the values of one series, tick by tick, and sums what they tell.</summary>
public abstract class SeriesModel(Xoshiro random)
{
    private double _bits;

    /// <summary>Gets the information of all values so far, -log2 of their probability: no lossless code can average less.</summary>
    public double Bits => _bits;

    /// <summary>Gets the source of chance.</summary>
    protected Xoshiro Random => random;

    /// <summary>Makes the next value; NaN when the series is absent from this tick.</summary>
    public double Next(double load) => Next(load, ref _bits);

    /// <summary>Makes the next value and adds what it tells to <paramref name="bits"/>.</summary>
    protected abstract double Next(double load, ref double bits);
}
