namespace MoniGo.Signals;

/// <summary>Runs long captures, one at a time, and remembers how they ended.</summary>
/// <remarks>Thread-safe. Every start and cancellation is written to the <see cref="IEventLog"/>.</remarks>
public interface IOperations
{
    /// <summary>Starts an operation in the background, unless one is running.</summary>
    OperationStart TryStart(string kind, string startedBy, OperationWork work);

    /// <summary>Finds an operation; null when unknown or forgotten.</summary>
    Operation? Find(string id);

    /// <summary>Lists the remembered operations, newest first.</summary>
    IReadOnlyList<Operation> List();

    /// <summary>Asks a running operation to stop; false when it is not running.</summary>
    bool TryCancel(string id, string cancelledBy);
}
