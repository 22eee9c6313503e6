namespace MoniGo.AspNetCore;

/// <summary>The three groups of a mount; see the properties of the convention builder.</summary>
internal enum MountGroupKind
{
    People,
    Machines,
    Dangerous,
}
