namespace MoniGo.Storage;

/// <summary>What the frames of a log hold; the number is what stands in the file.</summary>
internal enum LogKind : uint
{
    Ticks = 1,
    Events = 2,
    State = 3,
    Spans = 4,
}
