namespace MoniGo.Storage;

/// <summary>A source together with the pieces that a query cuts its rows into.</summary>
internal sealed class WalkedSource
{
    public WalkedSource(IRowSource rows, RowPiece[] pieces)
    {
        (Rows, Pieces) = (rows, pieces);
        var last = RowPiece.BeforeRange;
        foreach (var piece in pieces)
        {
            if (piece.Window != last)
                Windows++;

            last = piece.Window;
        }
    }

    public IRowSource Rows { get; }

    /// <summary>Gets the pieces in order, from the first row on without gaps, up to the end of the range.</summary>
    public RowPiece[] Pieces { get; }

    /// <summary>Gets the number of windows that rows fall into.</summary>
    public int Windows { get; }
}
