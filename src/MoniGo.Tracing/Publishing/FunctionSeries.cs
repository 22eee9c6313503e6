using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>The series of one function, with the values of the last tick; what did not change is not made anew.</summary>
internal sealed class FunctionSeries
{
    private readonly TagSet _tags;
    private readonly SeriesKey _duration;
    private readonly SeriesKey _self;
    private readonly SeriesKey _attributed;
    private readonly SeriesKey _active;
    private readonly SeriesKey _allocated;
    private readonly SeriesKey _lastDuration;
    private readonly SeriesKey _lastStart;
    private readonly KeptSeries _kept;
    private readonly Dictionary<string, SeriesKey> _errors = new(StringComparer.Ordinal);
    private ExponentialHistogram _histogram = ExponentialHistogram.Empty;
    private double _selfSeconds;
    private double _attributedSeconds;
    private long _allocatedBytes;
    private double _lastDurationSeconds;
    private double _lastStartUnixSeconds;

    /// <summary>Makes the series of a function that was first seen at a tick.</summary>
    public FunctionSeries(Function function, long tick)
    {
        (Function, LastUsed) = (function, tick);
        _tags = TagSet.Of(FunctionInstruments.Function, function.Name);
        _duration = new(FunctionInstruments.Duration, _tags);
        _self = new(FunctionInstruments.SelfDuration, _tags);
        _attributed = new(FunctionInstruments.AttributedDuration, _tags);
        _active = new(FunctionInstruments.Active, _tags);
        _allocated = new(FunctionInstruments.Allocated, _tags);
        _lastDuration = new(FunctionInstruments.LastDuration, _tags);
        _lastStart = new(FunctionInstruments.LastStart, _tags);
        _kept = new(function.Selection, _tags);
    }

    public Function Function { get; }

    /// <summary>Gets the counts that the values stand for.</summary>
    public FunctionTally Tally { get; private set; }

    /// <summary>Gets the last tick before which the function was called.</summary>
    public long LastUsed { get; private set; }

    /// <summary>Gets or sets the tick at which it was closed.</summary>
    public long ClosedAt { get; set; }

    /// <summary>Gets the seconds above which a call is slow by the function's own measure.</summary>
    public double OwnPercentile { get; private set; } = double.PositiveInfinity;

    public void Update(FunctionCell sum, TickMoment moment)
    {
        _histogram = sum.ToHistogram(moment.SecondsPerTick);
        OwnPercentile = SlowBar.OwnPercentile(_histogram);
        _allocatedBytes = sum.Allocated;
        _lastDurationSeconds = sum.LastDuration * moment.SecondsPerTick;

        // Both are differences of totals that are read one after the other, while calls end: they may seem to fall, and must not.
        _attributedSeconds = Math.Max(_attributedSeconds, sum.Attributed * moment.SecondsPerTick);
        _selfSeconds = Math.Max(_selfSeconds, (sum.Attributed - sum.Nested) * moment.SecondsPerTick);
    }

    public void Update(FunctionTally tally, long tick, TickMoment moment)
    {
        if (tally.Started != Tally.Started)
            LastUsed = tick;

        // Told once per start: told anew each tick it would tremble with the two clocks, and cost the store a sample each time.
        if (tally.LastStart != Tally.LastStart)
            _lastStartUnixSeconds = moment.ToUnixSeconds(tally.LastStart);

        Tally = tally;
    }

    public void Publish(SnapshotBuilder builder, TickMoment moment)
    {
        builder.Add(_active, Tally.Active);
        builder.Add(_lastStart, _lastStartUnixSeconds);
        if (Tally.Finished > 0)
            PublishEnded(builder, moment);

        if (!Function.Errors.IsEmpty)
            PublishErrors(builder);

        _kept.Publish(builder);
    }

    private void PublishEnded(SnapshotBuilder builder, TickMoment moment)
    {
        builder.Add(_duration, _histogram, Function.Selection.Exemplars.Tell(moment));
        builder.Add(_self, _selfSeconds);
        builder.Add(_attributed, _attributedSeconds);
        builder.Add(_allocated, _allocatedBytes);
        builder.Add(_lastDuration, _lastDurationSeconds);
    }

    private void PublishErrors(SnapshotBuilder builder)
    {
        foreach (var (type, count) in Function.Errors.Counts)
        {
            if (!_errors.TryGetValue(type, out var key))
                _errors.Add(type, key = new(FunctionInstruments.Errors, _tags.With(FunctionInstruments.ErrorType, type)));

            builder.Add(key, count);
        }
    }
}
