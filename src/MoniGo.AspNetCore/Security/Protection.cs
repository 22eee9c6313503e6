namespace MoniGo.AspNetCore;

/// <summary>How an endpoint says it is protected.</summary>
internal enum Protection
{
    /// <summary>It says nothing, so the host's fallback policy decides.</summary>
    Unsaid,

    /// <summary>Open to everybody, by an explicit <c>AllowAnonymous()</c>.</summary>
    Anonymous,

    /// <summary>A policy of its own.</summary>
    Policy,
}
