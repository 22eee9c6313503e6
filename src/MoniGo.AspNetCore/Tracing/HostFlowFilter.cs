using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using MoniGo.Tracing;
using MoniGo.Weaving;

namespace MoniGo.AspNetCore;

/// <summary>Says of each request which host's flow it is, so that woven calls find their tracer among several hosts in one process.</summary>
/// <remarks>One branch a request while there is one host. First in the pipeline, as middleware may call woven functions too.</remarks>
internal sealed class HostFlowFilter(IMoniGoTracer tracer) : IStartupFilter
{
    /// <inheritdoc />
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => tracer is not FunctionTracer own ? next : app =>
    {
        app.Use(rest => context =>
        {
            AmbientTracer.Enter(own);
            return rest(context);
        });
        next(app);
    };
}
