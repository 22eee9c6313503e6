namespace MoniGo.Storage;

/// <summary>What all series of a head share: room to compress in, and the count of bytes.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class HeadDesk
{
    /// <summary>Gets or sets the bytes in use.</summary>
    public long Bytes { get; set; }

    /// <summary>Gets the rows that are about to be compressed.</summary>
    public SeriesRows Rows { get; } = new();

    /// <summary>Gets the distributions that are about to be compressed.</summary>
    public HistogramRows Histograms { get; } = new();

    /// <summary>Gets room to write in; whoever needs it clears it.</summary>
    public ByteWriter Writer { get; } = new();

    /// <summary>Replaces an array by one with more room.</summary>
    public T[] Grow<T>(T[] array, int length, int size)
    {
        Bytes += ((long)length * size) - ((long)array.Length * size) + (array.Length == 0 ? HeadWeight.Array : 0);
        Array.Resize(ref array, length);
        return array;
    }

    /// <summary>Lets go of an array.</summary>
    public T[] Drop<T>(T[] array, int size)
    {
        Bytes -= array.Length == 0 ? 0 : ((long)array.Length * size) + HeadWeight.Array;
        return [];
    }
}
