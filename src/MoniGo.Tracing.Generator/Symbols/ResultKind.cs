namespace MoniGo.Tracing.Generator;

/// <summary>How a call ends.</summary>
internal enum ResultKind
{
    /// <summary>When the method returns.</summary>
    Synchronous,

    /// <summary>When the method returns, with nothing.</summary>
    Void,

    /// <summary>When the task ends that it returned.</summary>
    Asynchronous,
}
