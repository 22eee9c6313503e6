namespace MoniGo.Signals;

/// <summary>The work of an operation: reports progress from 0 to 1 and gives the id of its result, or null.</summary>
public delegate Task<string?> OperationWork(IProgress<double> progress, CancellationToken cancellationToken);
