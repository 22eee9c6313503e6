using System.Collections.Immutable;
using System.IO.Enumeration;

namespace MoniGo.Collectors;

/// <summary>Says which meters are listened to, and how many series each instrument may have.</summary>
/// <param name="Names">Names of meters; <c>*</c> stands for any text, such as <c>MyCompany.*</c>. Case does not matter.</param>
/// <param name="Scope">The host's meter factory: meters of other factories belong to other hosts and are not heard.</param>
/// <param name="CardinalityLimit">Most tag sets kept per instrument; what comes later goes to one overflow series.</param>
internal sealed record MeterSettings(
    ImmutableArray<string> Names, object? Scope = null, int CardinalityLimit = MeterSettings.DefaultCardinalityLimit)
{
    /// <summary>OpenTelemetry's default, so that both see the same overflow.</summary>
    public const int DefaultCardinalityLimit = 2000;

    /// <summary>Tells whether the names ask for a meter.</summary>
    public bool Selects(string meter)
    {
        foreach (var name in Names)
        {
            if (FileSystemName.MatchesSimpleExpression(name, meter, ignoreCase: true))
                return true;
        }

        return false;
    }
}
