namespace MoniGo.Benchmarks;

/// <summary>Measures contenders in turns (A B C A B C ...), so that a change of the machine's mood meets all of them.</summary>
/// <param name="Count">Rounds measured.</param>
/// <param name="Batch">Operations of one contender per round.</param>
internal sealed record Rounds(int Count, int Batch)
{
    // The runtime compiles a method anew after 30 calls, from a background thread after 100 ms of quiet, and once more with its profile.
    private const int WarmUpPasses = 4;
    private const int WarmUpCalls = 40;
    private static readonly TimeSpan CompilerPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Measures by the CPU time of this thread; for work that stays on it.</summary>
    public IReadOnlyDictionary<string, Measured> OnThread(params Contender[] contenders) => Measure(contenders, CpuTime.OfThread);

    /// <summary>Measures by the CPU time of the process; for work that goes to other threads.</summary>
    public IReadOnlyDictionary<string, Measured> OnProcess(params Contender[] contenders) => Measure(contenders, CpuTime.OfProcess);

    /// <summary>Bytes per operation that a contender allocates on this thread, once it is warm.</summary>
    public double BytesOnThread(Contender contender)
    {
        contender.Repeat(Batch);
        var before = GC.GetAllocatedBytesForCurrentThread();
        contender.Repeat(Batch);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Batch;
    }

    /// <summary>Bytes per operation that the process allocates while a contender runs, once it is warm.</summary>
    public double BytesOfProcess(Contender contender)
    {
        contender.Repeat(Batch);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        contender.Repeat(Batch);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Batch;
    }

    private Dictionary<string, Measured> Measure(Contender[] contenders, Func<double> clock)
    {
        WarmUp(contenders);
        var nanoseconds = contenders.ToDictionary(contender => contender.Key, _ => new double[Count], StringComparer.Ordinal);
        for (var round = 0; round < Count; round++)
        {
            foreach (var contender in contenders)
                nanoseconds[contender.Key][round] = OneBatch(contender, clock);
        }

        return nanoseconds.ToDictionary(pair => pair.Key, pair => new Measured(pair.Key, pair.Value), StringComparer.Ordinal);
    }

    private double OneBatch(Contender contender, Func<double> clock)
    {
        var before = clock();
        contender.Repeat(Batch);
        return (clock() - before) / Batch;
    }

    private void WarmUp(Contender[] contenders)
    {
        for (var pass = 0; pass < WarmUpPasses; pass++)
        {
            foreach (var contender in contenders)
            {
                for (var call = 0; call < WarmUpCalls; call++)
                    contender.Repeat(Math.Max(1, Batch / 10));
            }

            Thread.Sleep(CompilerPause);
        }
    }
}
