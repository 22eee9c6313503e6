namespace MoniGo.Storage;

/// <summary>Shares tables between segments that hold the same series, which most neighbours do.</summary>
/// <remarks>Thread-safe. Holds tables weakly: one that no segment uses may be collected.</remarks>
internal sealed class SeriesTableCache
{
}
