namespace MoniGo.Tracing;

/// <summary>Why a call is kept as a span.</summary>
internal enum KeepReason
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>It was one in N.</summary>
    Sampled,

    /// <summary>It took longer than its function's own p99, or than the set threshold.</summary>
    Slow,

    /// <summary>It ended with an exception.</summary>
    Failed,

    /// <summary>It ran within a call that is kept.</summary>
    Child,
}
