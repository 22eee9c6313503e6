namespace MoniGo.Signals;

/// <summary>The hosted services of this host and how they are doing.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IBackgroundServices
{
    /// <summary>Lists the services in the order they were registered.</summary>
    IReadOnlyList<BackgroundServiceStatus> List();
}
