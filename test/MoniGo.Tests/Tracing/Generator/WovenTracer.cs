using MoniGo.Tracing;
using MoniGo.Weaving;

namespace MoniGo.Tests;

/// <summary>The tracer that woven calls of this flow meet.</summary>
/// <remarks>
/// Tests run beside each other, each with tracers of its own. A second one here makes sure that there are always several, so that
/// the flow's own counts and no other test's.
/// </remarks>
internal sealed class WovenTracer : IDisposable
{
    private readonly FunctionTracer _other = new();

    public WovenTracer() => AmbientTracer.Enter(Tracer);

    public FunctionTracer Tracer { get; } = new();

    public TracerReading Read() => TracerReading.Of(Tracer);

    public void Dispose()
    {
        Tracer.Dispose();
        _other.Dispose();
    }
}
