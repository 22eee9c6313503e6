using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>Rows of text, worked out over the range shown.</summary>
/// <param name="Key">Its key, unique on the page.</param>
/// <param name="Title">Its title, and the table's caption.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Read">Reads the rows, in the order shown.</param>
internal sealed record TablePanel(
    string Key, string Title, ImmutableArray<Column> Columns, TablePanel.RowReader Read) : Panel(Key, Title)
{
    /// <summary>Gets what the rows are ordered by, in a few words.</summary>
    public required string Order { get; init; }

    /// <summary>Gets whether it shows how things are now, so that each tick reads it again; for what is cheap to read.</summary>
    public bool EachTick { get; init; }

    /// <summary>Reads the rows of a table.</summary>
    internal delegate ValueTask<ImmutableArray<TableRow>> RowReader(
        PanelReading reading, CancellationToken cancellationToken);

    /// <inheritdoc />
    public override async ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var rows = await Read(reading, cancellationToken);
        return new PanelAnswer(rows.IsEmpty ? PanelState.Empty : PanelState.Ok) { Rows = rows };
    }

    /// <inheritdoc />
    public override async ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken) =>
        EachTick || reading.RowsAreDue ? new PanelTick { Rows = await Read(reading, cancellationToken) } : null;
}
