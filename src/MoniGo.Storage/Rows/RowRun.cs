namespace MoniGo.Storage;

/// <summary>Neighbouring rows of one run of the process, whose sequence numbers are evenly spaced.</summary>
/// <param name="FirstRow">Index of the first row.</param>
/// <param name="Count">Number of rows, at least 1.</param>
/// <param name="Epoch">The run of the process.</param>
/// <param name="FirstSequence">Sequence of the first row; of a rolled-up row, that of its last tick.</param>
/// <param name="Stride">Distance between sequences of neighbours; 1 for ticks without gaps.</param>
internal readonly record struct RowRun(int FirstRow, int Count, long Epoch, long FirstSequence, long Stride)
{
    /// <summary>Gets the index behind the last row.</summary>
    public int End => FirstRow + Count;

    /// <summary>Gets the sequence of a row of this run.</summary>
    public long SequenceOf(int row) => FirstSequence + ((row - FirstRow) * Stride);
}
