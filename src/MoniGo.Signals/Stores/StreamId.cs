namespace MoniGo.Signals;

/// <summary>Names one stream of snapshots in a store: the own app, or one agent of a hub.</summary>
/// <param name="Value">The name; unique within the store.</param>
public readonly record struct StreamId(string Value)
{
    /// <summary>Gets the stream of the process that the store lives in.</summary>
    public static StreamId Local { get; } = new("local");

    /// <inheritdoc />
    public override string ToString() => Value;
}
