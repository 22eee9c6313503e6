namespace MoniGo.Storage;

/// <summary>Shows several sources of one stream as one, in order of (time, epoch, sequence).</summary>
/// <remarks>
/// A raw row that two sources hold, by epoch and sequence, is shown once. Where some sources are rolled up and some are not, all are
/// shown as rolled up.
/// </remarks>
internal static class MergedRows
{
    public static IRowSource Of(IReadOnlyList<IRowSource> sources) => throw new NotSupportedException();
}
