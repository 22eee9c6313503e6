using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>What the address says is shown: a range that ends now, or a fixed one; live or not; of what; which part of a long table.</summary>
internal sealed record View(ViewRange? Range, DateTimeOffset? From, DateTimeOffset? To, bool Live)
{
    /// <summary>Gets what a page of one thing is about, by parameter; empty elsewhere.</summary>
    public TagSet Subject { get; init; } = TagSet.Empty;

    /// <summary>Gets which part of the page's long table is shown.</summary>
    public Listing Listing { get; init; } = Listing.Start;

    /// <summary>Gets whether the range ends at the latest tick.</summary>
    public bool EndsNow => Range is not null;

    /// <summary>Gets whether ticks are to be followed.</summary>
    public bool Follows => EndsNow && Live;

    /// <summary>Gets whether it is one of the few that every reader of a page shares.</summary>
    public bool IsPlain => Subject.Count == 0 && Listing == Listing.Start;

    /// <summary>Gets the same time on another page.</summary>
    public View Elsewhere => this with { Subject = TagSet.Empty, Listing = Listing.Start };

    /// <summary>Gets the time shown when it is <paramref name="now"/>.</summary>
    public TimeRange RangeAt(DateTimeOffset now) => Range is null ? new(From!.Value, To!.Value) : new(now - Range.Length, now);

    /// <summary>Writes the query string that leads here.</summary>
    public string ToQuery() => "?" + string.Join('&', Parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>Gets what the address holds, in its order: the subject, the time, the part of the table.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters => [.. Subject, .. Time, .. Listing.Parameters];

    private IEnumerable<KeyValuePair<string, string>> Time
    {
        get
        {
            if (Range is not null)
            {
                yield return new("range", Range.Name);
            }
            else
            {
                yield return new("from", Write(From!.Value));
                yield return new("to", Write(To!.Value));
            }

            if (!Live)
                yield return new("live", "0");
        }
    }

    /// <summary>Writes a moment as the address holds it.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
