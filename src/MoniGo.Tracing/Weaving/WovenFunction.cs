using System.ComponentModel;
using MoniGo.Tracing;

namespace MoniGo.Weaving;

/// <summary>Stands in generated code for one method with <see cref="MoniGoTraceAttribute"/>; not for use by hand.</summary>
/// <remarks>Thread-safe; keep one per method. Finds the tracer of the host that the calling code runs in.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WovenFunction
{
    private readonly string _name;
    private Function? _last;

    /// <summary>Makes the stand-in of a method.</summary>
    public WovenFunction(string name) => _name = name;

    /// <summary>Begins a call on this thread.</summary>
    public WovenCall Begin() => AmbientTracer.Current is { IsEnabled: true } tracer ? new(In(tracer)) : default;

    /// <summary>Lets go of the function of a tracer that is no more; generated code lives as long as the process.</summary>
    internal void Forget(FunctionTracer tracer)
    {
        if (_last is { } function && function.Tracer == tracer)
            _last = null;
    }

    // Nearly always there is one tracer for good; among several the last one's function is worth a guess.
    private Function In(FunctionTracer tracer) => _last is { } function && function.Tracer == tracer ? function : Find(tracer);

    private Function Find(FunctionTracer tracer)
    {
        tracer.Remember(this);
        return _last = tracer.GetFunction(_name).Recorded!;
    }
}
