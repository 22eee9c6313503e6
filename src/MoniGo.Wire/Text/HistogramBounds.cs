using System.Globalization;
using System.Text;

namespace MoniGo.Wire;

/// <summary>The <c>le</c> bounds that histograms are written with, by unit.</summary>
/// <remarks>
/// Powers of two: each is the upper bound of one of our exponential buckets and an exact decimal number,
/// so every cumulative count is exact and no value is guessed into a bucket.
/// </remarks>
internal sealed class HistogramBounds
{
    // Below a millisecond and above 16 s every second octave will do; between them, where answers are made, each octave.
    private static readonly int[] SecondsExponents = [-20, -18, -16, -14, -12, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8];
    private static readonly HistogramBounds Seconds = new(SecondsExponents);
    private static readonly HistogramBounds Milliseconds = new(Shifted(10));
    private static readonly HistogramBounds Microseconds = new(Shifted(20));
    private static readonly HistogramBounds Nanoseconds = new(Shifted(30));
    private static readonly HistogramBounds Bytes = new([.. Enumerable.Range(3, 13).Select(static step => 2 * step)]);
    private static readonly HistogramBounds Others = new([.. Enumerable.Range(-5, 16).Select(static step => 2 * step)]);

    private readonly byte[][] _labels;
    private readonly byte[][] _canonicalLabels;

    private HistogramBounds(int[] exponents)
    {
        Values = [.. exponents.Select(static exponent => Math.ScaleB(1, exponent))];
        _labels = [.. Values.Select(static value => Encoding.UTF8.GetBytes(Write(value)))];
        _canonicalLabels = [.. Values.Select(static value => Encoding.UTF8.GetBytes(Canonical(Write(value))))];
    }

    /// <summary>Gets the bounds, ascending, without infinity.</summary>
    public double[] Values { get; }

    /// <summary>Gives the bounds for an instrument's unit.</summary>
    public static HistogramBounds For(string unit) => unit switch
    {
        "s" => Seconds,
        "ms" => Milliseconds,
        "us" => Microseconds,
        "ns" => Nanoseconds,
        "By" => Bytes,
        _ => Others,
    };

    /// <summary>Gives the text of one bound; OpenMetrics wants a point in each.</summary>
    public ReadOnlySpan<byte> Label(int index, ExpositionFormat format) =>
        format == ExpositionFormat.OpenMetrics ? _canonicalLabels[index] : _labels[index];

    private static int[] Shifted(int by) => [.. SecondsExponents.Select(exponent => exponent + by)];

    private static string Write(double value) => value.ToString(CultureInfo.InvariantCulture).Replace('E', 'e');

    private static string Canonical(string number) => number.AsSpan().ContainsAny('.', 'e') ? number : number + ".0";
}
