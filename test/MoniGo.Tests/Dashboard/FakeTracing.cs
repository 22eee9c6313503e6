using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>The running calls, exception groups and hosted services that a test says there are.</summary>
internal sealed class FakeTracing : IActiveCalls, IExceptionGroups, IBackgroundServices
{
    public List<ActiveCall> Calls { get; } = [];

    public List<ExceptionGroup> Groups { get; } = [];

    public List<BackgroundServiceStatus> Services { get; } = [];

    IReadOnlyList<ActiveCall> IActiveCalls.List(int limit, string? function) =>
        [.. Calls.Where(call => function is null || call.Function == function).OrderBy(call => call.Start).Take(limit)];

    IReadOnlyList<ExceptionGroup> IExceptionGroups.List() => [.. Groups.OrderByDescending(group => group.LastSeen)];

    ExceptionGroup? IExceptionGroups.Find(string id) => Groups.Find(group => group.Id == id);

    IReadOnlyList<BackgroundServiceStatus> IBackgroundServices.List() => Services;
}
