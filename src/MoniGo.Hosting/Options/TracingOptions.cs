namespace MoniGo;

/// <summary>How functions are traced.</summary>
public sealed class TracingOptions
{
    /// <summary>Gets or sets whether calls are timed at all; may change while running.</summary>
    /// <value>Default true. When false a traced call costs one branch.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Gets or sets how many functions are told apart; the rest are counted as "(other)".</summary>
    /// <value>Default 10 000; from 1 to 100 000.</value>
    public int MaxFunctions { get; set; } = 10_000;
}
