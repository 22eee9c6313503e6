namespace MoniGo.Storage;

/// <summary>A copy of the rows of a series that are not compressed yet.</summary>
internal interface IHeadTail
{
    /// <summary>Gets the buckets that the rows may use; null when they are numbers.</summary>
    int[]? Buckets { get; }

    /// <summary>Writes the rows into columns that have room for them and, for histograms, know the buckets.</summary>
    void CopyTo(SeriesRows into, int at);
}
