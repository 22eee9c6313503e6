using System.Collections.Immutable;

namespace MoniGo.Query;

/// <summary>The health of the service or of its machine at one moment.</summary>
/// <param name="Percent">From 0 to 100, two decimals.</param>
/// <param name="Healthy">True when no single resource is over its own limit.</param>
/// <param name="Grade">The grade that the percentage stands for.</param>
/// <param name="Message">One sentence for people, such as <c>[Good] ...</c>.</param>
/// <param name="Detail">Every resource beside its limit, as one line for people.</param>
/// <param name="Resources">The same as numbers.</param>
/// <param name="IsKnown">False when a reading was missing: then the score is 0 for want of better knowledge.</param>
internal sealed record HealthReading(
    double Percent,
    bool Healthy,
    HealthGrade Grade,
    string Message,
    string Detail,
    ImmutableArray<HealthResource> Resources,
    bool IsKnown = true);
