namespace MoniGo.Storage;

/// <summary>What a reader of a segment should know about how it came about.</summary>
[Flags]
internal enum SegmentFlags : byte
{
    None = 0,

    /// <summary>Made of ticks that arrived after their hour was sealed; it may overlap others.</summary>
    Late = 1,

    /// <summary>Merged from several of its tier; whole days of minutes, whole months of hours.</summary>
    Merged = 2,
}
