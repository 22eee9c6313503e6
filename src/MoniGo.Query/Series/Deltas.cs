using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Tells how far gauges moved, as stores know growth of cumulative values only.</summary>
internal static class Deltas
{
    /// <summary>Gives the range to read: a delta needs the window before its first.</summary>
    public static TimeRange Reach(SeriesQuery query, TimeRange range, TimeSpan step) =>
        query.InTime == TimeReduction.Delta ? range with { Start = range.Start - step } : range;

    /// <summary>Gives the windows that end after <paramref name="start"/>, with the way moved as their increase; one without a window before it is left out.</summary>
    public static ImmutableArray<SampleWindow> Of(SeriesWindows series, DateTimeOffset start)
    {
        var isGauge = series.Series.Instrument.Kind == InstrumentKind.Gauge;
        var deltas = ImmutableArray.CreateBuilder<SampleWindow>(series.Windows.Length);
        double? before = null;
        foreach (var window in series.Windows)
        {
            if (window.End > start && !(isGauge && before is null))
                deltas.Add(isGauge ? window with { Increase = window.Last - before!.Value } : window);

            before = window.Last;
        }

        return deltas.ToImmutable();
    }

    /// <summary>Gives the way moved between two snapshots; null when a gauge was not there before.</summary>
    public static double? Of(in SeriesTotal total) =>
        total.Series.Instrument.Kind == InstrumentKind.Gauge ? total.Last - total.Before : total.Increase;
}
