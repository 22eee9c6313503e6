using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>One group of exceptions, and what it did over a range.</summary>
/// <param name="Group">The group.</param>
/// <param name="Count">How many were seen in the range.</param>
internal sealed record ExceptionRow(ExceptionGroup Group, long Count);
