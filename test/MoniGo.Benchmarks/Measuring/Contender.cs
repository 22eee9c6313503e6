namespace MoniGo.Benchmarks;

/// <summary>One way to do the work that is compared: does it as often as it is told.</summary>
/// <param name="Key">Its name in the output.</param>
/// <param name="Repeat">Runs the work so many times, in a loop of its own so that nothing but the work is shared.</param>
internal sealed record Contender(string Key, Action<int> Repeat);
