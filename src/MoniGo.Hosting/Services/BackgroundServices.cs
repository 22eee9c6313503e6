using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Watches the hosted services of this host, at each tick and whenever somebody asks.</summary>
/// <remarks>
/// A look costs some nanoseconds a service and leaves nothing behind in the host. What a service does before it has started, such as an
/// exception in its <c>StartAsync</c>, ends the host's start and is nobody's to show. Where one is registered as transient nobody can ask
/// for those that run without making it anew, which may do anything: such a host's services are not shown. Thread-safe.
/// </remarks>
internal sealed class BackgroundServices(
    IServiceProvider provider, IServiceCollection registered, IHostApplicationLifetime lifetime, TimeProvider time, LifecycleLog events, ExceptionGroups exceptions)
    : IBackgroundServices, ISnapshotSource
{
    // Internal to ASP.NET Core, and nobody's name for it.
    private const string WebServer = "Microsoft.AspNetCore.Hosting.GenericWebHostService";

    private readonly Lock _gate = new();
    private List<WatchedService>? _all;

    /// <inheritdoc />
    public IReadOnlyList<BackgroundServiceStatus> List()
    {
        lock (_gate)
            return [.. Look_NeedsLock().Select(service => service.Status)];
    }

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        lock (_gate)
        {
            foreach (var service in Look_NeedsLock())
                builder.Add(service.Series, service.Status.State == BackgroundServiceState.Faulted ? 1 : 0);
        }
    }

    private List<WatchedService> Look_NeedsLock()
    {
        var now = time.GetUtcNow();
        _all ??= Find(now);
        foreach (var service in _all)
        {
            if (service.Look(now) is not { } failure)
                continue;

            exceptions.Observe(failure, service.Status.Name);
            service.Belongs(exceptions.GroupOf(failure));
            events.ServiceFaulted(service.Status);
        }

        return _all;
    }

    // The very instances that the host runs: they are singletons, and it has made them before anybody asks here.
    private List<WatchedService> Find(DateTimeOffset now)
    {
        var found = new List<WatchedService>();
        foreach (var service in AreSingletons() ? provider.GetServices<IHostedService>() : [])
        {
            if (service is not MoniGoWorker)
                found.Add(new(service, NameOf(service.GetType(), found), lifetime, now));
        }

        return found;
    }

    private bool AreSingletons() =>
        registered.All(service => service.ServiceType != typeof(IHostedService) || service.IsKeyedService || service.Lifetime == ServiceLifetime.Singleton);

    private static string NameOf(Type type, List<WatchedService> others)
    {
        var name = string.Equals(type.FullName, WebServer, StringComparison.Ordinal) ? "Web server" : TypeNames.Of(type);
        var unique = name;
        for (var number = 2; others.Exists(other => other.Status.Name == unique); number++)
            unique = $"{name} #{number}";

        return unique;
    }
}
