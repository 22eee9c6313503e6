namespace MoniGo.Signals;

/// <summary>How one exporter is doing; shared by the API and the pages.</summary>
/// <param name="Name">Its name, such as <c>prometheus</c>.</param>
/// <param name="IsPush">True when it sends by itself; false when it waits to be asked.</param>
/// <param name="Total">Successful exports since the start.</param>
/// <param name="LastSuccess">When it last succeeded; null when never.</param>
/// <param name="LastAttempt">When a push exporter last tried; null when never, or pull.</param>
/// <param name="Failures">Failed exports since the start.</param>
/// <param name="ConsecutiveFailures">Failed exports since the last success.</param>
/// <param name="LastError">Text of the last failure, to the letter; null after a success.</param>
public sealed record ExporterStatus(
    string Name,
    bool IsPush,
    long Total = 0,
    DateTimeOffset? LastSuccess = null,
    DateTimeOffset? LastAttempt = null,
    long Failures = 0,
    long ConsecutiveFailures = 0,
    string? LastError = null);
