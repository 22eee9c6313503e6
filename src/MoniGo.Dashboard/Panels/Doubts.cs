using System.Globalization;
using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>Why a percentile says little, in words for the reader.</summary>
internal static class Doubts
{
    /// <summary>Doubts the percentiles of a few values; null when there are enough.</summary>
    public static string? OfFew(long count, string ofWhat) => count >= FunctionRow.CallsForPercentiles
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"Only {count} {ofWhat}: too few for percentiles to mean much.");
}
