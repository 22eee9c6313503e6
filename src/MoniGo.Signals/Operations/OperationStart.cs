namespace MoniGo.Signals;

/// <summary>The answer to a wish to start an operation.</summary>
/// <param name="Operation">The operation that was started, or the one that is in the way.</param>
/// <param name="Accepted">True when it was started; false when another one is running.</param>
public readonly record struct OperationStart(Operation Operation, bool Accepted);
