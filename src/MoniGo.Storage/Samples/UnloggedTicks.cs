using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The few ticks that came before there was a log, to be written once there is one.</summary>
/// <remarks>
/// Not thread-safe: used under the store's lock. Without it every start would leave a segment of one tick behind, and an app that
/// crashes and starts all day thousands of them. Past <see cref="Most"/> the heads are sealed instead.
/// </remarks>
internal sealed class UnloggedTicks
{
    public const int Most = 64;

    private readonly List<(StreamId Stream, Snapshot Snapshot, OpenHead Head)> _ticks = [];
    private bool _isComplete = true;

    /// <summary>Notes a tick that could not be logged.</summary>
    public void Add(StreamId stream, Snapshot snapshot, OpenHead head)
    {
        head.HasUnlogged = true;
        if (_ticks.Count == Most)
            GiveUp();

        if (_isComplete)
            _ticks.Add((stream, snapshot, head));
    }

    /// <summary>Forgets the ticks: what is not in a log must be sealed.</summary>
    public void GiveUp()
    {
        _isComplete = false;
        _ticks.Clear();
    }

    /// <summary>Writes the ticks, if they are all there still, so that their heads may stay open.</summary>
    public void WriteTo(StoreLog log)
    {
        foreach (var (stream, snapshot, _) in _ticks)
            log.Append(stream, snapshot);

        foreach (var (_, _, head) in _ticks)
        {
            head.HasUnlogged = false;
            head.FirstLog = Math.Min(head.FirstLog ?? log.Number, log.Number);
        }

        _ticks.Clear();
        _isComplete = true;
    }
}
