using System.Collections.Immutable;

namespace MoniGo.Query;

/// <summary>What is known of one traced function, since the start or over a range; times in seconds.</summary>
/// <remarks>Numbers that nothing was recorded for are null, never zero by default.</remarks>
internal sealed record FunctionRow(string Name)
{
    /// <summary>Fewest calls that make percentiles worth showing, as in MoniGo.</summary>
    public const int CallsForPercentiles = 20;

    /// <summary>Gets the number of calls that ended.</summary>
    public long Calls { get; init; }

    /// <summary>Gets the calls per second; null when the length of time is unknown.</summary>
    public double? Rate { get; init; }

    /// <summary>Gets whether there were enough calls for percentiles to mean something.</summary>
    public bool EnoughCalls => Calls >= CallsForPercentiles;

    /// <summary>Gets the calls that ended with an exception.</summary>
    public long Errors => ErrorsByType.Sum(error => error.Value);

    /// <summary>Gets the failed calls by the exception's type, most frequent first.</summary>
    public ImmutableArray<KeyValuePair<string, long>> ErrorsByType { get; init; } = [];

    /// <summary>Gets the median duration.</summary>
    public double? P50 { get; init; }

    /// <summary>Gets the 90th percentile.</summary>
    public double? P90 { get; init; }

    /// <summary>Gets the 95th percentile.</summary>
    public double? P95 { get; init; }

    /// <summary>Gets the 99th percentile.</summary>
    public double? P99 { get; init; }

    /// <summary>Gets the longest duration.</summary>
    public double? Max { get; init; }

    /// <summary>Gets the mean duration.</summary>
    public double? Mean { get; init; }

    /// <summary>Gets the duration of all calls together.</summary>
    public double TotalSeconds { get; init; }

    /// <summary>Gets the bytes that its synchronous calls allocated; null when that is not measured.</summary>
    public double? AllocatedBytes { get; init; }

    /// <summary>Gets the calls that are running.</summary>
    public long Active { get; init; }

    /// <summary>Gets when the last call began.</summary>
    public DateTimeOffset? LastStart { get; init; }

    /// <summary>Gets how long the last call took.</summary>
    public double? LastDuration { get; init; }
}
