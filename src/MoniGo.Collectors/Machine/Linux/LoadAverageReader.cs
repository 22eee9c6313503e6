using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the machine's load averages from <c>/proc/loadavg</c>.</summary>
/// <remarks>Format: <c>1m 5m 15m running/all lastpid</c>; proc_loadavg(5).</remarks>
internal sealed class LoadAverageReader(ProcRoot root) : ISnapshotSource
{
    private static readonly SeriesKey OneMinuteKey = Key("1m");
    private static readonly SeriesKey FiveMinutesKey = Key("5m");
    private static readonly SeriesKey FifteenMinutesKey = Key("15m");

    private readonly ProcFile _file = root.File("proc/loadavg");

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var content = _file.Read();
        if (content.IsEmpty)
            return;

        var text = new TextScanner(content);
        if (text.TryDecimal(out var one) && text.TryDecimal(out var five) && text.TryDecimal(out var fifteen))
        {
            builder.Add(OneMinuteKey, one);
            builder.Add(FiveMinutesKey, five);
            builder.Add(FifteenMinutesKey, fifteen);
        }
        else
        {
            _file.CountMalformed();
        }
    }

    private static SeriesKey Key(string period) => new(HostInstruments.LoadAverage, TagSet.Of("period", period));
}
