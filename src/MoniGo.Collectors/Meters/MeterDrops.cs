using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Counts what the meters sent and no series could take, by reason.</summary>
/// <remarks>Thread-safe. Every reason is published from the first tick on, so that its first loss already shows as growth.</remarks>
internal sealed class MeterDrops
{
    private static readonly SeriesKey CardinalityKey = Key("cardinality");
    private static readonly SeriesKey ValueKey = Key("value");
    private static readonly SeriesKey CallbackKey = Key("callback");
    private static readonly SeriesKey ConflictKey = Key("conflict");

    private long _cardinality;
    private long _value;
    private long _callback;
    private long _conflict;

    /// <summary>Counts a measurement whose tags were replaced by the overflow tag.</summary>
    public void CountCardinality() => Interlocked.Increment(ref _cardinality);

    /// <summary>Counts a measurement that is not a number, infinite, or negative where values only rise.</summary>
    public void CountValue() => Interlocked.Increment(ref _value);

    /// <summary>Counts an exception that came out of the application's code: a callback, or a tag's text.</summary>
    public void CountCallback(int failures = 1) => Interlocked.Add(ref _callback, failures);

    /// <summary>Counts an instrument that is not heard, because its name is taken by another kind or there are too many.</summary>
    public void CountConflict() => Interlocked.Increment(ref _conflict);

    /// <summary>Adds the totals.</summary>
    public void Publish(SnapshotBuilder builder)
    {
        builder.Add(CardinalityKey, Volatile.Read(ref _cardinality));
        builder.Add(ValueKey, Volatile.Read(ref _value));
        builder.Add(CallbackKey, Volatile.Read(ref _callback));
        builder.Add(ConflictKey, Volatile.Read(ref _conflict));
    }

    private static SeriesKey Key(string reason) => new(OwnInstruments.Dropped, TagSet.Of("reason", reason));
}
