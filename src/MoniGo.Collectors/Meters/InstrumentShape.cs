using System.Diagnostics.Metrics;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads off a .NET instrument's type how its measurements add up.</summary>
/// <param name="Kind">The kind of the series.</param>
/// <param name="Observed">True when the instrument reports totals when asked, false when it reports each event.</param>
internal readonly record struct InstrumentShape(InstrumentKind Kind, bool Observed)
{
    /// <summary>Finds the shape; null for a kind of instrument that .NET 10 does not have.</summary>
    public static InstrumentShape? Of(Instrument instrument)
    {
        for (var type = instrument.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && OfDefinition(type.GetGenericTypeDefinition()) is { } shape)
                return shape;
        }

        return null;
    }

    private static InstrumentShape? OfDefinition(Type definition) =>
        definition == typeof(Counter<>) ? new(InstrumentKind.Counter, Observed: false)
        : definition == typeof(UpDownCounter<>) ? new(InstrumentKind.UpDownCounter, Observed: false)
        : definition == typeof(Gauge<>) ? new(InstrumentKind.Gauge, Observed: false)
        : definition == typeof(Histogram<>) ? new(InstrumentKind.Histogram, Observed: false)
        : definition == typeof(ObservableCounter<>) ? new(InstrumentKind.Counter, Observed: true)
        : definition == typeof(ObservableUpDownCounter<>) ? new(InstrumentKind.UpDownCounter, Observed: true)
        : definition == typeof(ObservableGauge<>) ? new(InstrumentKind.Gauge, Observed: true)
        : null;
}
