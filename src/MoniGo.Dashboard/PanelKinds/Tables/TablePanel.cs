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

    /// <summary>Gets how it is sorted and searched; null for a table that is shown whole. One a page.</summary>
    public LongTable? List { get; init; }

    /// <summary>Reads the rows of a table; of a long one, those that <see cref="PanelReading.Listing"/> asks for.</summary>
    internal delegate ValueTask<TableRows> RowReader(PanelReading reading, CancellationToken cancellationToken);

    /// <inheritdoc />
    public override async ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var read = await Read(reading, cancellationToken);
        return new PanelAnswer(read.Rows.IsEmpty && !IsSearched(reading) ? PanelState.Empty : PanelState.Ok) { Rows = read.Rows, List = ListAnswer.Of(read) };
    }

    /// <inheritdoc />
    public override async ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        if (!EachTick && !reading.RowsAreDue)
            return null;

        var read = await Read(reading, cancellationToken);
        return new PanelTick { Rows = read.Rows, List = ListAnswer.Of(read) };
    }

    // Without a match there is still a field to search in.
    private bool IsSearched(PanelReading reading) => List is not null && reading.Listing.Search.Length > 0;
}
