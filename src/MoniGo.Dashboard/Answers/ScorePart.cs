namespace MoniGo.Dashboard;

/// <summary>One reason behind a verdict: how much of an allowance is used.</summary>
/// <param name="Label">What is measured.</param>
/// <param name="Text">Usage and limit, for people.</param>
/// <param name="Share">Usage in percent of the limit, at most 100.</param>
/// <param name="Tone">How it stands.</param>
internal sealed record ScorePart(string Label, string Text, double Share, Tone Tone);
