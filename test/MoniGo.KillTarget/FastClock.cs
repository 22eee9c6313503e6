namespace MoniGo.KillTarget;

/// <summary>A clock that is set to each tick, so that hours of history pass in a second.</summary>
internal sealed class FastClock : TimeProvider
{
    private long _now;

    public void Set(DateTimeOffset now) => Volatile.Write(ref _now, now.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _now), TimeSpan.Zero);
}
