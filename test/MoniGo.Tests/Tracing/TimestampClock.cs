namespace MoniGo.Tests;

/// <summary>A clock whose timestamps move only when a test says so; one tick is a nanosecond.</summary>
internal sealed class TimestampClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Not zero: a machine's clock never is.
    private long _timestamp = 1_000_000_000;

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp() => Volatile.Read(ref _timestamp);

    public override DateTimeOffset GetUtcNow() => Start + TimeSpan.FromTicks((GetTimestamp() - 1_000_000_000) / 100);

    public void Advance(TimeSpan by) => AdvanceNanoseconds(by.Ticks * 100);

    public void AdvanceNanoseconds(long by) => Interlocked.Add(ref _timestamp, by);
}
