using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace MoniGo.Dashboard;

/// <summary>The services the renderer sees: its own navigation and the loggers, nothing of the host.</summary>
/// <remarks>A host's <c>IComponentActivator</c> or uninitialised <c>NavigationManager</c> would break our pages.</remarks>
internal sealed class RenderServices(ILoggerFactory loggers) : IServiceProvider
{
    private readonly FixedNavigation _navigation = new();

    /// <inheritdoc />
    public object? GetService(Type serviceType) =>
        serviceType == typeof(NavigationManager) ? _navigation
        : serviceType == typeof(ILoggerFactory) ? loggers
        : null;
}
