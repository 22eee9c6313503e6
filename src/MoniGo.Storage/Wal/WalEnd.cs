namespace MoniGo.Storage;

/// <summary>How the reading of a log ended.</summary>
/// <param name="Ticks">Whole ticks that were read.</param>
/// <param name="LostBytes">Bytes behind the last whole tick.</param>
/// <param name="Damage">What is wrong, for people; null where the file ends well or with a tail torn by a crash.</param>
internal readonly record struct WalEnd(long Ticks, long LostBytes, string? Damage);
