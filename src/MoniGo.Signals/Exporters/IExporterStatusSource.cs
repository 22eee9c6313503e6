namespace MoniGo.Signals;

/// <summary>Tells how an exporter is doing; every exporter registers one.</summary>
public interface IExporterStatusSource
{
    /// <summary>Gets the status; cheap and thread-safe.</summary>
    ExporterStatus Status { get; }
}
