using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How busy the process and its machine are.</summary>
internal static class CpuPanel
{
    private static readonly EmptyText NoReading = new("No CPU reading", "It needs two ticks to tell how much was used between them.");

    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new("cpu", "CPU", Unit.Percent, Percent(ProcessInstruments.CpuUtilization))
    {
        About = "CPU used by this process since the last tick, in percent of the CPUs it may use (container limit included).",
        Empty = NoReading,
        Detail = reading => reading.Sum(ProcessInstruments.CpuLimit.Name) is { } cpus ? $"of {Unit.Write(cpus)} CPUs" : null,
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("cpu-use", "CPU", Unit.Percent)
    {
        About = "CPU used by this process, in percent of the CPUs it may use, beside the use of the whole machine.",
        Empty = NoReading,
        Span = 4,
        Lines =
        [
            new("process", Percent(ProcessInstruments.CpuUtilization), Tone.First) { HasBand = true },
            new("machine", Percent(HostInstruments.CpuUtilization), Tone.Quiet) { HasBand = true },
        ],
    };

    private static SeriesQuery Percent(InstrumentInfo instrument) => SeriesQuery.MeanOf(instrument.Name) with { Scale = 100 };
}
