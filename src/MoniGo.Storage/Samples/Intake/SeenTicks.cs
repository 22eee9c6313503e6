namespace MoniGo.Storage;

/// <summary>Remembers which ticks a stream has taken, as runs of neighbouring sequence numbers.</summary>
/// <remarks>Not thread-safe. One run per epoch where nothing is lost on the way; past 1 024 runs the oldest is forgotten.</remarks>
internal sealed class SeenTicks
{
    private const int MaxRuns = 1024;

    private readonly List<Run> _runs = [];

    /// <summary>Gets or sets the time of the latest tick.</summary>
    public DateTimeOffset Latest { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Tells whether a tick was taken.</summary>
    public bool Contains(long epoch, long sequence)
    {
        var at = LastBeginningAtOrBefore(epoch, sequence);
        return at >= 0 && _runs[at].Epoch == epoch && sequence <= _runs[at].Last;
    }

    /// <summary>Notes a tick.</summary>
    public void Add(long epoch, long sequence) => Add(epoch, sequence, sequence);

    /// <summary>Notes all ticks from one to another; those noted already change nothing.</summary>
    public void Add(long epoch, long first, long last)
    {
        var at = LastBeginningAtOrBefore(epoch, first);
        if (at >= 0 && _runs[at].Epoch == epoch && _runs[at].Last >= first - 1)
            _runs[at] = _runs[at] with { Last = Math.Max(last, _runs[at].Last) };
        else
            _runs.Insert(++at, new(epoch, first, last));

        JoinWithNext(at);
        if (_runs.Count > MaxRuns)
            _runs.RemoveAt(0);
    }

    private void JoinWithNext(int at)
    {
        while (at + 1 < _runs.Count && _runs[at + 1].Epoch == _runs[at].Epoch && _runs[at + 1].First <= _runs[at].Last + 1)
        {
            _runs[at] = _runs[at] with { Last = Math.Max(_runs[at].Last, _runs[at + 1].Last) };
            _runs.RemoveAt(at + 1);
        }
    }

    private int LastBeginningAtOrBefore(long epoch, long sequence) =>
        _runs.FindLastIndex(run => run.Epoch < epoch || (run.Epoch == epoch && run.First <= sequence));

    private readonly record struct Run(long Epoch, long First, long Last);
}
