using System.Diagnostics;
using System.Diagnostics.Metrics;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>The meter and the activity source that carry MoniGo's own numbers to whoever else listens.</summary>
internal sealed class OwnTelemetry(IMeterFactory meters) : IDisposable
{
    /// <summary>Gets the meter, scoped to this host; its factory disposes it.</summary>
    public Meter Meter { get; } = meters.Create(InstrumentInfo.OwnMeter);

    /// <summary>Gets the source of the activities of traced calls.</summary>
    public ActivitySource Activities { get; } = new(InstrumentInfo.OwnMeter);

    public void Dispose() => Activities.Dispose();
}
