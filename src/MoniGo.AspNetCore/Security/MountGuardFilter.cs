using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace MoniGo.AspNetCore;

/// <summary>Runs the guard once the whole pipeline is built and before the server listens.</summary>
internal sealed class MountGuardFilter(MountGuard guard) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        guard.Check(app.ApplicationServices);
    };
}
