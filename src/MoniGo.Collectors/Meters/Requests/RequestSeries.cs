using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>The durations of the requests to one route with one outcome, of which the slow ones are kept.</summary>
/// <remarks>
/// Budget: one compare a request more than any histogram (<c>figures request-overhead</c>). Each slow one that is kept raises the bar
/// until the next tick, so what is kept of a tick are its records, some log of their number, and no flood. Requests that failed are worth
/// a look however long they took; WebSockets are not, however long: theirs is the life of a connection.
/// </remarks>
internal sealed class RequestSeries(SeriesKey key, SlowRequests slow) : HistogramSeries(key)
{
    private const double Slow = 0.99;

    private readonly bool _failed = SlowRequests.ErrorOf(key.Tags) is not null;
    private readonly bool _isConnection = key.Tags[PlatformInstruments.StatusCode] is "101" || key.Tags[PlatformInstruments.Method] is "CONNECT";
    private double _bar = slow.Bar(0);
    private ExponentialHistogram? _judged;
    private double _usual;

    public override void Record(double value)
    {
        base.Record(value);
        if (_failed || (value > Volatile.Read(ref _bar) && !_isConnection))
            Offer(value);
    }

    public override void Publish(SnapshotBuilder builder)
    {
        base.Publish(builder);
        if (!ReferenceEquals(_judged, Published))
        {
            // The bucket's end: among durations all alike, half would be above its middle.
            _judged = Published;
            _usual = _judged.Quantile(Slow) is > 0 and var p99 ? ExponentialBuckets.UpperBound(ExponentialBuckets.IndexOf(p99)) : 0;
        }

        Volatile.Write(ref _bar, slow.Bar(_usual));
    }

    private void Offer(double value)
    {
        if (slow.TryKeep(Key.Tags, value, _failed) && slow.IsRelative)
            Volatile.Write(ref _bar, Math.Max(value, Volatile.Read(ref _bar)));
    }
}
