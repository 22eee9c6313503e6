namespace MoniGo.Tests;

/// <summary>A clock that stands still until it is advanced; timers fire inside <see cref="Advance"/>, in order.</summary>
/// <remarks>A negative step sets the wall clock back, as an administrator would; the monotonic clock never goes back.</remarks>
internal sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _utc = start;
    private long _elapsed;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _utc;
    }

    public override long GetTimestamp()
    {
        lock (_gate)
            return _elapsed;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        long until;
        lock (_gate)
        {
            until = _elapsed + Math.Max(0, by.Ticks);
            if (by < TimeSpan.Zero)
                _utc += by;
        }

        while (TakeDue(until) is { } due)
            due.Fire();
    }

    private FakeTimer? TakeDue(long until)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            MoveTo(Math.Max(_elapsed, next?.Due ?? until));
            next?.Reschedule();
            return next;
        }
    }

    private void MoveTo(long elapsed)
    {
        _utc += TimeSpan.FromTicks(elapsed - _elapsed);
        _elapsed = elapsed;
    }

    private sealed class FakeTimer(FakeTime time, Action callback) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public long Due { get; private set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;

                Due = time._elapsed + dueTime.Ticks;
                time._timers.Add(this);
            }

            return true;
        }

        public void Reschedule()
        {
            if (_period > TimeSpan.Zero)
                Due += _period.Ticks;
            else
                time._timers.Remove(this);
        }

        public void Dispose()
        {
            lock (time._gate)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
