namespace MoniGo.Dashboard;

/// <summary>One thing on a page: it says what it reads, how it is drawn, and explains itself.</summary>
/// <remarks>
/// Make one with a file in <c>Panels/</c> and name it in a file of <c>Pages/</c>; nothing else is needed.
/// A panel never changes and keeps nothing between calls.
/// </remarks>
internal abstract record Panel(string Key, string Title)
{
    /// <summary>Gets the explanation behind the "i".</summary>
    public required string About { get; init; }

    /// <summary>Gets what stands in its place while there is no data.</summary>
    public required EmptyText Empty { get; init; }

    /// <summary>Gets the width in twelfths of the page; narrow screens widen it.</summary>
    public int Span { get; init; } = 6;

    /// <summary>Reads the panel over the range shown.</summary>
    public abstract ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken);

    /// <summary>Reads what the latest tick adds; null when the tick changes nothing.</summary>
    public abstract ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken);
}
