namespace MoniGo.Storage;

/// <summary>What stands at one place of a tick's list; the number is what stands in the file.</summary>
internal enum WalItemKind : byte
{
    /// <summary>The beginning of a family.</summary>
    Family = 2,

    /// <summary>A sample without a distribution.</summary>
    Value = 3,

    /// <summary>A distribution, whose count is the sample's value.</summary>
    Histogram = 4,

    /// <summary>A distribution and a value of its own; no source makes one, but a snapshot can hold it.</summary>
    HistogramAndValue = 5,
}
