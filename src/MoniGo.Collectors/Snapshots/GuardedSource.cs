using Microsoft.Extensions.Logging;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Keeps a source's exceptions from the tick: counts them, and logs the first until the source recovers.</summary>
internal sealed partial class GuardedSource(ISnapshotSource source, ILogger logger)
{
    private readonly string _name = NameOf(source);
    private readonly SeriesKey _failuresKey = new(OwnInstruments.SourceFailures, TagSet.Of("source", NameOf(source)));
    private readonly ILogger _logger = logger;
    private long _failures;
    private bool _failing;

    /// <summary>Asks the source; what it adds before it throws stays.</summary>
    public void Collect(SnapshotBuilder builder)
    {
        try
        {
            source.Collect(builder);
            if (_failing)
                LogRecovered(_name);

            _failing = false;
        }
        catch (Exception error)
        {
            _failures++;
            if (!_failing)
                LogFailed(error, _name);

            _failing = true;
        }
    }

    /// <summary>Adds the number of failed ticks, zero included, so that the first failure already shows as growth.</summary>
    public void PublishFailures(SnapshotBuilder builder) => builder.Add(_failuresKey, _failures);

    private static string NameOf(ISnapshotSource source) => source is SlowLane lane ? lane.Name : source.GetType().Name;

    [LoggerMessage(1001, LogLevel.Warning, "Source {Source} threw; its samples are missing until it works again.")]
    private partial void LogFailed(Exception error, string source);

    [LoggerMessage(1002, LogLevel.Information, "Source {Source} works again.")]
    private partial void LogRecovered(string source);
}
