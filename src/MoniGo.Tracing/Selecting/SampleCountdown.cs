namespace MoniGo.Tracing;

/// <summary>Tells one thread which of its calls of a function is the next one in N.</summary>
/// <remarks>
/// Only its thread takes; any thread may rearm. After writing where it will be due, the owner reads the rate again: either it sees a
/// new rate, or whoever set that rate rearms after the write. So a change is never missed.
/// </remarks>
internal struct SampleCountdown
{
    // Begins at 0, which is due at once, so that the first call fetches the rate. Rates count from 1, so "no rate yet" is 0 plus 1.
    private long _dueAt;
    private int _ratePlusOne;

    /// <summary>Gets whether the call after so many should ask <see cref="Take"/>.</summary>
    public readonly bool IsDue(long started) => started >= _dueAt;

    /// <summary>Tells whether the call after so many is the one.</summary>
    public bool Take(long started, CallSelection selection)
    {
        bool due;
        int rate;
        do
        {
            rate = selection.Rate;
            var at = rate == 0 ? long.MaxValue : rate == _ratePlusOne - 1 ? _dueAt : started + selection.NextPhase(rate) - 1;
            due = at <= started;
            _ratePlusOne = rate + 1;
            Volatile.Write(ref _dueAt, due ? started + rate : at);
            Interlocked.MemoryBarrier();
        }
        while (rate != selection.Rate);

        return due;
    }

    public void Rearm() => Volatile.Write(ref _dueAt, 0);

    public void Stop() => _dueAt = long.MaxValue;
}
