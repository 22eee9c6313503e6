using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>One choice of which rows a long table shows, made over the address.</summary>
/// <param name="Key">The parameter of the address.</param>
/// <param name="Label">What is chosen.</param>
/// <param name="Options">The values and their words; the empty value, which comes first, is for all rows.</param>
internal sealed record ListFilter(string Key, string Label, ImmutableArray<(string Value, string Text)> Options);
