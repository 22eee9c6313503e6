namespace MoniGo.Tracing;

/// <summary>How many calls may be kept until the next tick, by reason.</summary>
/// <remarks>Thread-safe. So a hot or failing function cannot make keeping calls its main work, whatever the rate.</remarks>
internal sealed class KeepAllowance(int sampled, int slow, int failed, int child = 0)
{
    private readonly int[] _taken = new int[(int)KeepReason.Child + 1];

    /// <summary>Makes the allowance of one function, which has no say about nested calls.</summary>
    public static KeepAllowance OfFunction() => new(sampled: 20, slow: 8, failed: 8);

    /// <summary>Makes the allowance of a whole tracer.</summary>
    public static KeepAllowance OfTracer() => new(sampled: 500, slow: 300, failed: 300, child: 5_000);

    public bool TryTake(KeepReason reason)
    {
        // Looks before it writes, for a spent allowance may be asked on every call.
        ref var taken = ref _taken[(int)reason];
        return Volatile.Read(ref taken) < Limit(reason) && Interlocked.Increment(ref taken) <= Limit(reason);
    }

    /// <summary>Begins a tick; a call kept at this very moment may count to either.</summary>
    public void Renew()
    {
        foreach (ref var taken in _taken.AsSpan())
        {
            if (taken != 0)
                Volatile.Write(ref taken, 0);
        }
    }

    private int Limit(KeepReason reason) => reason switch
    {
        KeepReason.Sampled => sampled,
        KeepReason.Slow => slow,
        KeepReason.Failed => failed,
        _ => child,
    };
}
