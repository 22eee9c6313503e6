namespace MoniGo.Signals;

/// <summary>What is kept of the hosted services of this host; each series has the tag <see cref="Service"/>.</summary>
public static class ServiceInstruments
{
    /// <summary>Tag that names the service.</summary>
    public const string Service = "service";

    /// <summary>Gets whether a service's work has ended with an exception: 1 when it has, else 0.</summary>
    public static InstrumentInfo Faulted { get; } = new(
        "monigo.background_service.faulted", InstrumentKind.Gauge, "{service}", "Whether a hosted service's work has ended with an exception.");
}
