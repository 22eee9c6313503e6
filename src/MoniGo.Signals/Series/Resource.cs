namespace MoniGo.Signals;

/// <summary>Says which process the signals come from; set once per host.</summary>
/// <param name="ServiceName">Name of the service, by default the entry assembly's.</param>
/// <param name="InstanceId">Identifies this run of this process among all others.</param>
/// <param name="HostName">Name of the machine or container.</param>
/// <param name="ProcessId">Operating system's process id.</param>
/// <param name="StartTime">When this process started.</param>
/// <param name="ServiceVersion">Version of the service; empty when unknown.</param>
/// <param name="Environment">Deployment environment, such as <c>Production</c>.</param>
public sealed record Resource(
    string ServiceName,
    string InstanceId,
    string HostName,
    int ProcessId,
    DateTimeOffset StartTime,
    string ServiceVersion = "",
    string Environment = "");
