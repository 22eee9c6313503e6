using System.Collections.Immutable;

namespace MoniGo.Query;

/// <summary>One page of the functions of a range.</summary>
/// <param name="Rows">The functions, in the order asked for.</param>
/// <param name="First">Place of the first among all that match, from 1.</param>
/// <param name="Total">How many match.</param>
internal sealed record FunctionPage(ImmutableArray<FunctionRow> Rows, int First, int Total);
