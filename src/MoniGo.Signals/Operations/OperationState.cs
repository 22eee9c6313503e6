namespace MoniGo.Signals;

/// <summary>Where a long capture stands.</summary>
public enum OperationState
{
    /// <summary>At work.</summary>
    Running,

    /// <summary>Done; the result can be fetched until it expires.</summary>
    Succeeded,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Ended because somebody, or the stopping host, cancelled it.</summary>
    Cancelled,
}
