using MoniGo.Signals;

namespace MoniGo.BrowserTests;

/// <summary>Nothing runs, nothing is hosted, nothing has failed.</summary>
internal sealed class IdleTracing : IActiveCalls, IBackgroundServices, IExceptionGroups
{
    public IReadOnlyList<ActiveCall> List(int limit, string? function = null) => [];

    public ExceptionGroup? Find(string id) => null;

    IReadOnlyList<BackgroundServiceStatus> IBackgroundServices.List() => [];

    IReadOnlyList<ExceptionGroup> IExceptionGroups.List() => [];
}
