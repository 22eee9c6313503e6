using System.Globalization;
using System.Text;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>Writes everything that a snapshot holds, floating point numbers by their bits, so that texts tell equality.</summary>
internal static class SnapshotText
{
    public static string Of(StreamId stream, Snapshot snapshot)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{stream} {snapshot.Epoch}/{snapshot.Sequence} {snapshot.Time.UtcTicks} {snapshot.Resource}\n");
        foreach (var family in snapshot.Families)
        {
            text.Append(CultureInfo.InvariantCulture, $" {family.Instrument}\n");
            foreach (var (series, value, histogram) in family.Samples)
                text.Append(CultureInfo.InvariantCulture, $"  {series.Instrument} {series.Tags} {Bits(value)} {Of(histogram)}\n");
        }

        return text.ToString();
    }

    public static string Of(ExponentialHistogram? histogram) => histogram is null
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', histogram.Indices.ToArray())} {string.Join(',', histogram.Counts.ToArray())} ")
            + string.Create(CultureInfo.InvariantCulture, $"{histogram.Count} {histogram.ZeroCount} {Bits(histogram.Sum)} {Bits(histogram.Min)} {Bits(histogram.Max)}");

    private static string Bits(double value) => BitConverter.DoubleToInt64Bits(value).ToString("x", CultureInfo.InvariantCulture);
}
