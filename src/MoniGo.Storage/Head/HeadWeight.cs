using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Estimates the bytes of what a head is built of.</summary>
/// <remarks>
/// The sizes are those of a 64-bit runtime: 16 bytes of header per object, 24 per array. Keys count, since a head keeps those of
/// series that its sources forgot; instruments and the keys of tags are shared and do not.
/// </remarks>
internal static class HeadWeight
{
    public const int Array = 24;
    public const int Reference = 8;
    public const int DictionaryEntry = 28; // hash, link, key and value, and a place among the buckets
    public const int TickList = 64 + (3 * 32) + (2 * Array); // itself, its two lists, and the builder of runs
    public const int Stream = 80 + 128 + 32 + (2 * Array) + Array; // itself, dictionary, list, and their arrays
    public const int Series = 88;
    public const int HistogramLog = 56 + Array; // itself and its buckets
    public const int Block = 24; // an element of the list of blocks

    private const int Key = 32;
    private const int TagSet = 32 + Array;
    private const int Tag = 16;
    private const int Text = 22;

    /// <summary>Weighs the key of a series.</summary>
    public static long Of(SeriesKey key)
    {
        long bytes = Key + (key.Tags.Count > 0 ? TagSet : 0);
        foreach (var (_, value) in key.Tags)
            bytes += Tag + Of(value);

        return bytes;
    }

    /// <summary>Weighs a text.</summary>
    public static long Of(string? text) => text is null ? 0 : Text + (sizeof(char) * (long)text.Length);

    /// <summary>Weighs a distribution.</summary>
    public static long Of(ExponentialHistogram histogram) => 72 + (2 * Array) + ((sizeof(int) + sizeof(long)) * (long)histogram.Indices.Length);
}
