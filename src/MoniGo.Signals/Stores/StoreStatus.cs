namespace MoniGo.Signals;

/// <summary>How a sample store is doing, for pages and <c>service-info</c>.</summary>
/// <param name="Kind">Short name, such as <c>memory</c> or <c>disk</c>.</param>
/// <param name="Retention">How long samples are kept at most.</param>
/// <param name="Bytes">Bytes in use, of memory or disk by kind.</param>
/// <param name="Capacity">Bytes it may use at most.</param>
/// <param name="Oldest">Time of the oldest sample; null when empty.</param>
/// <param name="Problem">What is wrong, for people; null when all is well.</param>
public sealed record StoreStatus(
    string Kind, TimeSpan Retention, long Bytes, long Capacity, DateTimeOffset? Oldest, string? Problem = null);
