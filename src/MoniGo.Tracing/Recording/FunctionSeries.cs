using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>The series of one function, with the values of the last tick; what did not change is not made anew.</summary>
internal sealed class FunctionSeries
{
    private readonly Function _function;
    private readonly TagSet _tags;
    private readonly SeriesKey _duration;
    private readonly SeriesKey _active;
    private readonly SeriesKey _allocated;
    private readonly SeriesKey _lastDuration;
    private readonly SeriesKey _lastStart;
    private readonly Dictionary<string, SeriesKey> _errors = new(StringComparer.Ordinal);
    private ExponentialHistogram _histogram = ExponentialHistogram.Empty;
    private long _allocatedBytes;
    private double _lastDurationSeconds;
    private long _lastStartTimestamp;
    private double _lastStartUnixSeconds;

    public FunctionSeries(Function function)
    {
        _function = function;
        _tags = TagSet.Of(FunctionInstruments.Function, function.Name);
        _duration = new(FunctionInstruments.Duration, _tags);
        _active = new(FunctionInstruments.Active, _tags);
        _allocated = new(FunctionInstruments.Allocated, _tags);
        _lastDuration = new(FunctionInstruments.LastDuration, _tags);
        _lastStart = new(FunctionInstruments.LastStart, _tags);
    }

    /// <summary>Gets the number of ended calls that the values stand for.</summary>
    public long Finished { get; private set; }

    public void Update(FunctionCell sum, TickMoment moment)
    {
        Finished = sum.Finished;
        _histogram = sum.ToHistogram(moment.SecondsPerTick);
        _allocatedBytes = sum.Allocated;
        _lastDurationSeconds = sum.LastDuration * moment.SecondsPerTick;
    }

    // Told once per start: told anew each tick it would tremble with the two clocks, and cost the store a sample each time.
    public void UpdateStart(long timestamp, TickMoment moment)
    {
        if (timestamp == _lastStartTimestamp)
            return;

        _lastStartTimestamp = timestamp;
        _lastStartUnixSeconds = moment.ToUnixSeconds(timestamp);
    }

    public void Publish(SnapshotBuilder builder, long active)
    {
        builder.Add(_active, active);
        builder.Add(_lastStart, _lastStartUnixSeconds);
        if (Finished > 0)
        {
            builder.Add(_duration, _histogram);
            builder.Add(_allocated, _allocatedBytes);
            builder.Add(_lastDuration, _lastDurationSeconds);
        }

        if (!_function.Errors.IsEmpty)
            PublishErrors(builder);
    }

    private void PublishErrors(SnapshotBuilder builder)
    {
        foreach (var (type, count) in _function.Errors.Counts)
        {
            if (!_errors.TryGetValue(type, out var key))
                _errors.Add(type, key = new(FunctionInstruments.Errors, _tags.With(FunctionInstruments.ErrorType, type)));

            builder.Add(key, count);
        }
    }
}
