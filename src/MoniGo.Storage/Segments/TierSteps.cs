namespace MoniGo.Storage;

/// <summary>The width of a row by tier.</summary>
internal static class TierSteps
{
    /// <summary>Gets the width of the windows of a tier; zero for ticks.</summary>
    public static TimeSpan Of(Tier tier) => tier switch
    {
        Tier.Raw => TimeSpan.Zero,
        Tier.Minute => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromHours(1),
    };
}
