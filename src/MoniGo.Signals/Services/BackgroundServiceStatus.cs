namespace MoniGo.Signals;

/// <summary>One hosted service of this host.</summary>
/// <param name="Name">Its type, as C# writes it.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Since">When it was first seen in that state.</param>
/// <param name="Why">Type and message of the exception that ended it; null unless faulted.</param>
/// <param name="ExceptionGroup">Id of the exception's group; null unless faulted.</param>
public sealed record BackgroundServiceStatus(
    string Name, BackgroundServiceState State, DateTimeOffset Since, string? Why, string? ExceptionGroup);
