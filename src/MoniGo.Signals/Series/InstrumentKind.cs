namespace MoniGo.Signals;

/// <summary>Says how the values of an instrument are to be read.</summary>
public enum InstrumentKind
{
    /// <summary>A cumulative total that only rises; when it falls it was reset and counts from zero.</summary>
    Counter,

    /// <summary>A cumulative total that rises and falls.</summary>
    UpDownCounter,

    /// <summary>A reading that stands for the moment it was taken.</summary>
    Gauge,

    /// <summary>A cumulative distribution, kept as an <see cref="ExponentialHistogram"/>.</summary>
    Histogram,
}
