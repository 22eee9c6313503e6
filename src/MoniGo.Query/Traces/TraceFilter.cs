namespace MoniGo.Query;

/// <summary>Which of the kept traces are wanted.</summary>
internal sealed record TraceFilter
{
    /// <summary>Gets a filter that every trace passes.</summary>
    public static TraceFilter None { get; } = new();

    /// <summary>Gets the shortest duration of the first span.</summary>
    public TimeSpan AtLeast { get; init; }

    /// <summary>Gets whether only traces count in which a span ended with an exception.</summary>
    public bool OnlyFailed { get; init; }
}
