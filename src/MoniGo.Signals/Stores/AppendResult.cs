namespace MoniGo.Signals;

/// <summary>The store's answer to an append.</summary>
/// <param name="Outcome">What became of the snapshot.</param>
/// <param name="Reason">Why it was refused, for people; null otherwise.</param>
public readonly record struct AppendResult(AppendOutcome Outcome, string? Reason = null);
