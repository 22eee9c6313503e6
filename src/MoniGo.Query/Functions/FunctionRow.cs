using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>What is known of one traced function, since the start or over a range; times in seconds.</summary>
/// <remarks>Numbers that nothing was recorded for are null, never zero by default.</remarks>
internal sealed record FunctionRow(string Name)
{
    /// <summary>Fewest calls that make percentiles worth showing, as in MoniGo.</summary>
    public const int CallsForPercentiles = 20;

    /// <summary>Gets the number of calls that ended.</summary>
    public long Calls => Durations.Count;

    /// <summary>Gets the calls per second; null when the length of time is unknown.</summary>
    public double? Rate { get; init; }

    /// <summary>Gets whether there were enough calls for percentiles to mean something.</summary>
    public bool EnoughCalls => Calls >= CallsForPercentiles;

    /// <summary>Gets the calls that ended with an exception.</summary>
    public long Errors => ErrorsByType.Sum(error => error.Value);

    /// <summary>Gets the failed calls by the exception's type, most frequent first.</summary>
    public ImmutableArray<KeyValuePair<string, long>> ErrorsByType { get; init; } = [];

    /// <summary>Gets how long the calls took; percentiles are read off it when asked for, as few of ten thousand functions are shown.</summary>
    public ExponentialHistogram Durations { get; init; } = ExponentialHistogram.Empty;

    /// <summary>Gets the median duration.</summary>
    public double? P50 => Distribution.Quantile(Durations, 0.5);

    /// <summary>Gets the 90th percentile.</summary>
    public double? P90 => Distribution.Quantile(Durations, 0.9);

    /// <summary>Gets the 95th percentile.</summary>
    public double? P95 => Distribution.Quantile(Durations, 0.95);

    /// <summary>Gets the 99th percentile.</summary>
    public double? P99 => Distribution.Quantile(Durations, 0.99);

    /// <summary>Gets the longest duration.</summary>
    public double? Max => Distribution.Quantile(Durations, 1);

    /// <summary>Gets the mean duration.</summary>
    public double? Mean => Distribution.Mean(Durations);

    /// <summary>Gets the duration of all calls together.</summary>
    public double TotalSeconds => Durations.Sum;

    /// <summary>Gets the bytes that its synchronous calls allocated; null when that is not measured.</summary>
    public double? AllocatedBytes { get; init; }

    /// <summary>Gets the bytes that a call allocated, spread over all calls; null when that is not measured.</summary>
    public double? AllocatedPerCall => Calls == 0 ? null : AllocatedBytes / Calls;

    /// <summary>Gets the time outside the traced functions it called, of the calls of which that is known; null when of none.</summary>
    public double? SelfSeconds { get; init; }

    /// <summary>Gets the duration of those calls; null when there are none.</summary>
    public double? AttributedSeconds { get; init; }

    /// <summary>Gets which share of its time is its own, from 0 to 1; null when that is not known.</summary>
    public double? OwnShare => AttributedSeconds > 0 ? Math.Clamp(SelfSeconds ?? 0, 0, AttributedSeconds.Value) / AttributedSeconds : null;

    /// <summary>Gets the calls per second over the range, in a few steps of one length; null where nothing was measured, empty when not asked for.</summary>
    public ImmutableArray<double?> Trend { get; init; } = [];

    /// <summary>Gets the calls that are running.</summary>
    public long Active { get; init; }

    /// <summary>Gets when the last call began.</summary>
    public DateTimeOffset? LastStart { get; init; }

    /// <summary>Gets how long the last call took.</summary>
    public double? LastDuration { get; init; }
}
