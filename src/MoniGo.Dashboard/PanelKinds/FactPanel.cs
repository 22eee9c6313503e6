namespace MoniGo.Dashboard;

/// <summary>One fact as it is now, with a small line under it and no past.</summary>
/// <param name="Key">Its key, unique on the page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Read">Reads it; cheap, as each tick asks.</param>
internal sealed record FactPanel(string Key, string Title, Func<PanelReading, TileAnswer> Read) : Panel(Key, Title)
{
    /// <inheritdoc />
    public override ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken) =>
        new(new PanelAnswer(PanelState.Ok) { Tile = Read(reading) });

    /// <inheritdoc />
    public override ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken) =>
        new(new PanelTick { Tile = Read(reading) });
}
