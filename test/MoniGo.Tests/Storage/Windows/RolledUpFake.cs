using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

/// <summary>One series in windows, as a roll-up keeps it; times are seconds after noon.</summary>
internal sealed class RolledUpFake(InstrumentInfo instrument, (int Time, long Ticks, double Last, double Min, double Max, double Sum)[] windows) : IRowSource
{
    public RowAxis Axis { get; } = new(
        [.. windows.Select(window => Noon.AddSeconds(window.Time).UtcTicks)], [new RowRun(0, windows.Length, 1, windows[0].Ticks, 12)]);

    public SeriesTable Series { get; } = new([new SeriesKey(instrument)]);

    public bool IsRolledUp => true;

    public bool Read(int series, SeriesRows into)
    {
        into.Begin(windows.Length);
        into.IsDense = true;
        for (var i = 0; i < windows.Length; i++)
            (into.Ticks[i], into.Last[i], into.Min[i], into.Max[i], into.Sum[i]) = (windows[i].Ticks, windows[i].Last, windows[i].Min, windows[i].Max, windows[i].Sum);

        return true;
    }
}
