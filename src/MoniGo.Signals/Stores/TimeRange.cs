namespace MoniGo.Signals;

/// <summary>A span of time: after <paramref name="Start"/>, up to and including <paramref name="End"/>.</summary>
public readonly record struct TimeRange(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Gets the length of the span.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Tells whether a moment lies in the span.</summary>
    public bool Contains(DateTimeOffset time) => time > Start && time <= End;
}
