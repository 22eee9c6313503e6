namespace MoniGo.Storage;

/// <summary>Shows a source in coarser windows, with ticks, min, max and sum.</summary>
/// <remarks>
/// A window ends at a multiple of the step since 1970 and is one row, or several where the process restarted in it or a cumulative
/// series fell, so that the row before the fall keeps the total that would be lost. At most <see cref="MaxRowsPerWindow"/>.
/// </remarks>
internal sealed class RolledUpRows
{
    public const int MaxRowsPerWindow = 4;

    public static IRowSource Of(IRowSource source, TimeSpan step) => throw new NotSupportedException();
}
