namespace MoniGo.Storage;

/// <summary>Neighbouring rows that share their run of the process and their window.</summary>
/// <param name="End">Index behind the last axis row; the first follows the piece before.</param>
/// <param name="Run">The run that all rows belong to.</param>
/// <param name="Window">End of the window in .NET ticks; <see cref="BeforeRange"/> for rows that only tell where values stood.</param>
/// <param name="Follows">The first row that has an earlier row of the same run of the process.</param>
internal readonly record struct RowPiece(int End, RowRun Run, long Window, int Follows)
{
    public const long BeforeRange = long.MinValue;

    public bool IsInRange => Window != BeforeRange;
}
