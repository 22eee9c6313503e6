namespace MoniGo.Benchmarks;

/// <summary>Runs a contender on two threads at once, each doing half of the work.</summary>
internal static class TwoThreads
{
    public static Contender Of(Contender contender) => new($"{contender.Key}_two_threads", count =>
    {
        // One is this thread, so that its slab and its caches stay warm; the other is new each time, as threads of a pool come and go.
        var other = new Thread(() => contender.Repeat(count / 2));
        other.Start();
        contender.Repeat(count / 2);
        other.Join();
    });
}
