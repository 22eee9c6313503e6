namespace MoniGo.AspNetCore;

/// <summary>Marks endpoints that change something, so that the mount puts its cross-site filter before them.</summary>
internal sealed class ChangesState
{
    /// <summary>Gets the one instance.</summary>
    public static ChangesState Instance { get; } = new();
}
