using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace MoniGo.AspNetCore;

/// <summary>Puts the timing of hub methods before every hub of the host.</summary>
internal sealed class HubTracingSetup(IMoniGoTracer tracer) : IConfigureOptions<HubOptions>
{
    public void Configure(HubOptions options) => options.AddFilter(new HubMethodTracing(tracer));
}
