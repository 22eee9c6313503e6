using System.Collections.Immutable;

namespace MoniGo.Query;

/// <summary>One of MoniGo's stored fields, and how it is read here.</summary>
/// <param name="Name">MoniGo's name, such as <c>heap_inuse</c>.</param>
/// <param name="Unit">MoniGo's unit: <c>%</c>, <c>bytes</c>, <c>KiB</c>, <c>ms</c>, <c>ns</c>, <c>cores</c>, or empty for counts and shares.</param>
/// <param name="Inputs">What is read, joined by time.</param>
/// <param name="Compute">Makes the field of its inputs, in their order; a missing input is null, and so is a missing answer.</param>
internal sealed record MoniGoField(
    string Name, string Unit, ImmutableArray<SeriesQuery> Inputs, Func<ImmutableArray<double?>, double?> Compute)
{
    /// <summary>Gets the key that <c>service-metrics</c> answers with, such as <c>HeapInuse</c>; the name itself for most.</summary>
    public string RenamedKey { get; init; } = Name;
}
