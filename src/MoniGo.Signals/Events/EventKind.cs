namespace MoniGo.Signals;

/// <summary>Groups the entries of the event log.</summary>
public enum EventKind
{
    /// <summary>A person or machine changed something, or took something sensitive.</summary>
    Audit,

    /// <summary>The host started or stopped.</summary>
    Lifecycle,

    /// <summary>A new version was deployed.</summary>
    Deploy,

    /// <summary>A part of the service, or something it depends on, became unhealthy or healthy again.</summary>
    Health,
}
