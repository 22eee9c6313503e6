namespace MoniGo.Signals;

/// <summary>One long capture, as it stood when asked.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it captures, such as <c>cpu-profile</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Progress">From 0 to 1.</param>
/// <param name="StartedBy">Name of the user who asked for it; empty when anonymous.</param>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended; null while running.</param>
/// <param name="ResultId">Id of the result in the <see cref="IBlobRing"/>; null without result.</param>
/// <param name="Error">Why it failed; null otherwise.</param>
public sealed record Operation(
    string Id,
    string Kind,
    OperationState State,
    double Progress,
    string StartedBy,
    DateTimeOffset Started,
    DateTimeOffset? Ended = null,
    string? ResultId = null,
    string? Error = null);
