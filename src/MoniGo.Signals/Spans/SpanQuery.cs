namespace MoniGo.Signals;

/// <summary>A question to a span store.</summary>
/// <param name="Range">When the spans began.</param>
/// <param name="Limit">At most this many, from 1 to 1 000.</param>
public sealed record SpanQuery(TimeRange Range, int Limit)
{
    /// <summary>Gets whether only the first kept span of each trace counts, which stands for the trace; default false.</summary>
    public bool FirstOfTrace { get; init; }

    /// <summary>Gets the exact name of the spans; null for any.</summary>
    public string? Name { get; init; }

    /// <summary>Gets a tag that the spans must carry with this value; null for any.</summary>
    public KeyValuePair<string, string>? Tag { get; init; }

    /// <summary>Gets whether only spans that ended with an exception count; default false.</summary>
    public bool OnlyErrors { get; init; }

    /// <summary>Gets the shortest duration that counts; default zero.</summary>
    public TimeSpan AtLeast { get; init; }

    /// <summary>Gets whether the slowest come first; default false, the newest do.</summary>
    public bool SlowestFirst { get; init; }
}
