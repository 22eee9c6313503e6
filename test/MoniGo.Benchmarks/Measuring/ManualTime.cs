namespace MoniGo.Benchmarks;

/// <summary>A clock that is set, so that a day of ticks passes in seconds; its timers never fire.</summary>
/// <remarks>At a thousand times the speed, the syncs of a day would meet every tick; in life they meet none.</remarks>
internal sealed class ManualTime(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    /// <summary>Moves on to a moment; one that is past already changes nothing.</summary>
    public void MoveTo(DateTimeOffset time) => Volatile.Write(ref _ticks, Math.Max(_ticks, time.UtcTicks));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new NoTimer();

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // Nothing to stop.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
