using MoniGo.Tracing;
using MoniGo.Weaving;

namespace MoniGo.Hosting;

/// <summary>Makes this host's tracer the one of woven calls, and of the hosted services' flow where there are several hosts.</summary>
/// <remarks>
/// Made with the host's hosted services, right before it starts them: they inherit the flow it is made in. The web server does
/// not hand it on to requests, which enter by themselves.
/// </remarks>
internal sealed class HostFlow : IDisposable
{
    private readonly FunctionTracer _tracer;

    public HostFlow(FunctionTracer tracer)
    {
        _tracer = tracer;
        AmbientTracer.Add(tracer);
        AmbientTracer.EnterForGood(tracer);
    }

    /// <summary>Takes the tracer away again.</summary>
    public void Dispose() => AmbientTracer.Remove(_tracer);
}
