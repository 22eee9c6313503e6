namespace MoniGo.AspNetCore;

/// <summary>What the guard found out about a mount.</summary>
internal enum MountState
{
    /// <summary>Not looked at: nothing is served.</summary>
    Unchecked,

    /// <summary>Whatever says nothing about its protection is open to everybody, as this is Development.</summary>
    Open,

    /// <summary>Whatever says nothing about its protection is under the host's fallback policy.</summary>
    Guarded,
}
