namespace MoniGo.Query;

/// <summary>A value with the smallest and the largest that it stands for.</summary>
internal readonly record struct ValueBand(double Value, double Min, double Max)
{
    /// <summary>Gets the band of nothing.</summary>
    public static ValueBand None { get; } = Of(double.NaN);

    /// <summary>Makes a band without breadth.</summary>
    public static ValueBand Of(double value) => new(value, value, value);

    /// <summary>Joins two, value with value and bound with bound.</summary>
    public ValueBand With(in ValueBand other, Func<double, double, double> join) =>
        new(join(Value, other.Value), join(Min, other.Min), join(Max, other.Max));

    /// <summary>Multiplies all three; a negative factor turns the band over.</summary>
    public ValueBand Times(double factor) => factor < 0
        ? new(Value * factor, Max * factor, Min * factor)
        : new(Value * factor, Min * factor, Max * factor);
}
