namespace MoniGo.Signals;

/// <summary>What a hosted service is doing.</summary>
public enum BackgroundServiceState
{
    /// <summary>Its <c>StartAsync</c> has not ended yet.</summary>
    Starting,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>Its work ended by itself without an exception.</summary>
    Completed,

    /// <summary>Its work, start or stop ended with an exception.</summary>
    Faulted,

    /// <summary>The host has stopped it.</summary>
    Stopped,
}
