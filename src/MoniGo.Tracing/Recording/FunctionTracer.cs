using System.Diagnostics;
using System.Diagnostics.Metrics;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Records calls in slabs, one per thread, and publishes their sum with every tick.</summary>
/// <remarks>
/// <para>
/// A call costs its two clock reads and some 20 ns, takes no lock and allocates nothing: the thread owns the cells it writes to, and the
/// tick sums cumulative totals without ever resetting them. What dead threads left is kept in one shared cell per function.
/// </para>
/// <para>
/// Bounded twice. Past <c>maxFunctions</c> names, calls are timed as <see cref="FunctionTable.Other"/> and counted as dropped. Past
/// <c>maxBytes</c> of slabs, a thread that needs a new cell writes to the function's shared one under a lock: slower, and still exact.
/// </para>
/// Thread-safe. Tracers share nothing, so several hosts in one process do not see each other.
/// </remarks>
internal sealed class FunctionTracer : IMoniGoTracer, ISnapshotSource, IDisposable
{
    /// <summary>MoniGo's own limit on traced functions.</summary>
    public const int DefaultMaxFunctions = 10_000;

    /// <summary>Room for some 100 000 cells: 1 000 busy functions on 100 threads.</summary>
    public const long DefaultMaxBytes = 32L << 20;

    private readonly FunctionPublisher _publisher;
    private volatile bool _isEnabled = true;

    public FunctionTracer(
        TimeProvider? time = null,
        Meter? meter = null,
        ActivitySource? source = null,
        int maxFunctions = DefaultMaxFunctions,
        long maxBytes = DefaultMaxBytes)
    {
        Clock = new TraceClock(time ?? TimeProvider.System);
        Foreign = new ForeignListeners(meter, source);
        Slabs = new SlabSet(maxBytes);
        Functions = new FunctionTable(this, maxFunctions);
        _publisher = new FunctionPublisher(this, time ?? TimeProvider.System);
    }

    /// <summary>Gets or sets whether calls are timed; calls under way end as they began.</summary>
    public bool IsEnabled
    {
        get => _isEnabled;
        set => _isEnabled = value;
    }

    /// <summary>Gets or sets which calls are looked at closely.</summary>
    public TraceSettings Settings { get; set; } = new();

    /// <summary>Gets or sets who takes calls that are worth a span; null while nobody does.</summary>
    public ICallKeeper? Keeper { get; set; }

    public TraceClock Clock { get; }

    public ForeignListeners Foreign { get; }

    public FunctionTable Functions { get; }

    public SlabSet Slabs { get; }

    /// <inheritdoc />
    public TracedFunction GetFunction(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(ThreadSlab.Of(this)?.Names.Find(name) ?? Look(name));
    }

    /// <inheritdoc />
    public void SetSamplingRate(int oneIn) => throw new NotImplementedException();

    /// <inheritdoc />
    public void SetSamplingRate(string name, int oneIn) => throw new NotImplementedException();

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder) => _publisher.Publish(builder);

    /// <summary>Stops timing and lets go of every thread's slab.</summary>
    public void Dispose()
    {
        IsEnabled = false;
        Slabs.Dispose();
    }

    private Function Look(string name)
    {
        var function = Functions.Find(name);

        // A name that had to be cut is not remembered: the cache would keep the long text alive.
        if (name.Length <= FunctionTable.MaxNameLength)
            ThreadSlab.Of(this)?.Names.Remember(name, function);

        return function;
    }
}
