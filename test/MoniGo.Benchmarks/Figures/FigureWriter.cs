using System.Globalization;

namespace MoniGo.Benchmarks;

/// <summary>Writes figures as lines of <c>key: value unit</c>, which people and scripts read alike.</summary>
internal sealed class FigureWriter(TextWriter output)
{
    public void Write(string key, double value, string unit)
    {
        // Four digits say all that a shared machine knows.
        var digits = value == 0 ? 0 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 3);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key}: {Math.Round(value, digits)} {unit}"));
    }
}
