namespace MoniGo.AspNetCore;

/// <summary>Marks an endpoint that changes something, so that the origin filter guards it.</summary>
internal sealed class ChangesStateMetadata
{
    public static ChangesStateMetadata Instance { get; } = new();
}
