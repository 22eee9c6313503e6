using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>What the address says is shown: a range that ends now, or a fixed one; live or not.</summary>
internal sealed record View(ViewRange? Range, DateTimeOffset? From, DateTimeOffset? To, bool Live)
{
    /// <summary>Gets whether the range ends at the latest tick.</summary>
    public bool EndsNow => Range is not null;

    /// <summary>Gets whether ticks are to be followed.</summary>
    public bool Follows => EndsNow && Live;

    /// <summary>Gets the time shown when it is <paramref name="now"/>.</summary>
    public TimeRange RangeAt(DateTimeOffset now) => Range is null ? new(From!.Value, To!.Value) : new(now - Range.Length, now);

    /// <summary>Writes the query string that leads here.</summary>
    public string ToQuery() => (Range is null ? $"?from={Write(From!.Value)}&to={Write(To!.Value)}" : $"?range={Range.Name}") + (Live ? "" : "&live=0");

    /// <summary>Writes a moment as the address holds it.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
