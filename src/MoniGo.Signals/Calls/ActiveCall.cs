namespace MoniGo.Signals;

/// <summary>A call of a traced function that is running.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="Start">When it began.</param>
/// <param name="Age">How long it has been running.</param>
/// <param name="IsSuspended">Whether it waits in an <c>await</c>, on no thread.</param>
/// <param name="ThreadId">Managed id of its thread; null while suspended, or unknown.</param>
public readonly record struct ActiveCall(string Function, DateTimeOffset Start, TimeSpan Age, bool IsSuspended, int? ThreadId);
