namespace MoniGo.Storage;

/// <summary>How the reading of a log ended.</summary>
/// <param name="Frames">Whole frames that were read.</param>
/// <param name="WholeBytes">Where the last whole frame ends; 0 when not even the header is whole.</param>
/// <param name="LostBytes">Bytes behind that.</param>
/// <param name="Damage">What is wrong, for people; null where the file ends well or with a tail torn by a crash.</param>
internal readonly record struct LogEnd(long Frames, long WholeBytes, long LostBytes, string? Damage);
