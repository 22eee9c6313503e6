namespace MoniGo.Signals;

/// <summary>Names of the tags that MoniGo adds to the spans it keeps.</summary>
public static class SpanTags
{
    /// <summary>What the span is: <see cref="FunctionKind"/>, <see cref="RequestKind"/>, <see cref="StageKind"/> or <see cref="ActivityKind"/>.</summary>
    public const string Kind = "monigo.kind";

    /// <summary>Why it was kept: <c>sampled</c>, <c>slow</c>, <c>failed</c>, or <c>child</c> of a span that was.</summary>
    public const string Kept = "monigo.kept";

    /// <summary>Seconds outside the traced functions it called; absent when unknown.</summary>
    public const string Self = "monigo.self";

    /// <summary>Bytes that its thread allocated; only of synchronous calls.</summary>
    public const string Allocated = "monigo.allocated";

    /// <summary>Id of the exception group that its failure belongs to.</summary>
    public const string ExceptionGroup = "monigo.exception.group";

    /// <summary>Name of the function that called it, where known.</summary>
    public const string Caller = "monigo.caller";

    /// <summary>A call of a traced function.</summary>
    public const string FunctionKind = "function";

    /// <summary>An HTTP request that this host served.</summary>
    public const string RequestKind = "request";

    /// <summary>A part of a call that a framework runs around it: the binding, the action or the result of MVC.</summary>
    public const string StageKind = "stage";

    /// <summary>An <see cref="System.Diagnostics.Activity"/> of a named source.</summary>
    public const string ActivityKind = "activity";
}
