using MoniGo.Tracing;

namespace MoniGo.Benchmarks;

/// <summary>A tracer that looks closely at every call, and what takes the calls it keeps.</summary>
/// <remarks>A tick allows some sampled calls of a function; here the allowance is renewed as it is spent, so that all calls are sampled.</remarks>
internal sealed class SampledCalls : ICallKeeper, IDisposable
{
    private const int Renewal = 16;

    private readonly FunctionTracer _tracer = new();
    private readonly TracedCalls _calls;

    public SampledCalls()
    {
        _tracer.Keeper = this;
        _tracer.SetSamplingRate(1);
        _calls = new(_tracer);
    }

    /// <summary>Gets how many calls were kept.</summary>
    public long Kept { get; private set; }

    public Contender Synchronous => AllSampled(_calls.ByName with { Key = "sampled_call" });

    public Contender AtOnce => AllSampled(_calls.AtOnce with { Key = "sampled_call_value_task" });

    public Contender Await => AllSampled(_calls.Await with { Key = "sampled_call_await" });

    public void Keep(KeptCall call) => Kept++;

    public void Observe(Exception exception, string function)
    {
    }

    public void Dispose() => _tracer.Dispose();

    private Contender AllSampled(Contender calls) => calls with
    {
        Repeat = count =>
        {
            var selection = _tracer.Functions.Find(TracedCalls.Function).Selection;
            for (var done = 0; done < count; done += Renewal)
            {
                _tracer.Allowance.Renew();
                selection.Renew(SlowBar.Never);
                calls.Repeat(Renewal);
            }
        },
    };
}
