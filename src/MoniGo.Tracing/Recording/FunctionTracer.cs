using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using MoniGo.Signals;
using MoniGo.Weaving;

namespace MoniGo.Tracing;

/// <summary>Records calls in slabs, one per thread, and publishes their sum with every tick.</summary>
/// <remarks>
/// <para>
/// A call costs its two clock reads and some 20 ns, takes no lock and allocates nothing: the thread owns the cells it writes to, and the
/// tick sums cumulative totals without ever resetting them. What dead threads left is kept in one shared cell per function.
/// </para>
/// <para>
/// Bounded twice. Past <c>maxFunctions</c> names the least recently used make room at the next ticks; until then calls are timed as
/// <see cref="FunctionTable.Other"/> and counted as dropped. Past <c>maxBytes</c> of slabs, a thread that needs a new cell writes to the
/// function's shared one under a lock: slower, and still exact.
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
    private readonly SamplingRates _rates = new();
    private readonly Lock _settingsGate = new();
    private readonly ConditionalWeakTable<WovenFunction, object> _woven = [];
    private TraceSettings _settings = new();
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
        Flights = new FlightDeck(Slabs.Budget);
        Functions = new FunctionTable(this, maxFunctions);
        Apply(Functions.Overflow);
        _publisher = new FunctionPublisher(this, time ?? TimeProvider.System);
        AmbientTracer.Add(this);
    }

    /// <summary>Gets or sets whether calls are timed; calls under way end as they began.</summary>
    public bool IsEnabled
    {
        get => _isEnabled;
        set => _isEnabled = value;
    }

    /// <summary>Gets or sets which calls are looked at closely.</summary>
    /// <remarks>Another sampling rate than before takes the place of every function's own.</remarks>
    public TraceSettings Settings
    {
        get => Volatile.Read(ref _settings);
        set
        {
            lock (_settingsGate)
                Change_NeedsGate(value, clearRates: value.SamplingRate != Settings.SamplingRate);
        }
    }

    /// <summary>Gets or sets who takes calls that are worth a span; null while nobody does, and then none is looked at closely.</summary>
    public ICallKeeper? Keeper { get; set; }

    public TraceClock Clock { get; }

    public ForeignListeners Foreign { get; }

    public FunctionTable Functions { get; }

    public SlabSet Slabs { get; }

    public FlightDeck Flights { get; }

    /// <summary>Gets how many calls may be kept until the next tick.</summary>
    public KeepAllowance Allowance { get; } = KeepAllowance.OfTracer();

    /// <summary>Gets the calls that are looked at closely and take the calls in their flow along.</summary>
    public LiveFrames LiveFrames { get; } = new();

    /// <summary>Gets whether a beginning call has to be asked for a closer look, due or not.</summary>
    public bool LooksCloser => LiveFrames.Any || Foreign.WantsSpans;

    /// <inheritdoc />
    public TracedFunction GetFunction(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(ThreadSlab.Of(this)?.Names.Find(name) ?? Look(name));
    }

    /// <inheritdoc />
    public void SetSamplingRate(int oneIn)
    {
        ThrowIfNoRate(oneIn);
        lock (_settingsGate)
            Change_NeedsGate(Settings with { SamplingRate = oneIn }, clearRates: true);
    }

    /// <inheritdoc />
    public void SetSamplingRate(string name, int oneIn)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ThrowIfNoRate(oneIn);
        lock (_settingsGate)
        {
            name = FunctionTable.Shorten(name);
            _rates.Set(name, oneIn);
            if (Functions.TryFind(name) is { } function && function.Selection.TrySetRate(oneIn))
                Rearm(function.Slot);
        }
    }

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder) => _publisher.Publish(builder);

    /// <summary>Gives a function that was just added, or opened again, its rate and its bar for slow calls.</summary>
    public void Apply(Function function)
    {
        lock (_settingsGate)
        {
            if (function.Selection.TrySetRate(_rates.Of(function.Name, Settings.SamplingRate)))
                Rearm(function.Slot);

            function.Selection.SetSlowAfter(SlowBar.Of(Settings, double.PositiveInfinity, Clock.SecondsPerTick));
        }
    }

    /// <summary>Remembers generated code that keeps one of the functions for as long as the process lives, so that it lets go in time.</summary>
    public void Remember(WovenFunction woven) => _woven.AddOrUpdate(woven, woven);

    /// <summary>Stops timing; neither threads nor generated code hold the tracer any longer, nor does it hold what took its calls.</summary>
    public void Dispose()
    {
        AmbientTracer.Remove(this);
        IsEnabled = false;
        Keeper = null;
        Slabs.Dispose();
        foreach (var (woven, _) in _woven)
            woven.Forget(this);
    }

    private static void ThrowIfNoRate(int oneIn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oneIn);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oneIn, TraceSettings.MaxSamplingRate);
    }

    private void Change_NeedsGate(TraceSettings settings, bool clearRates)
    {
        if (clearRates)
            _rates.Clear();

        Volatile.Write(ref _settings, settings);
        foreach (var function in Functions.All)
        {
            if (function is not null)
                Apply(function);
        }
    }

    private void Rearm(int slot)
    {
        // The rate is written before; a cell that is not seen here yet reads it on its first call.
        Interlocked.MemoryBarrier();
        foreach (var slab in Slabs.Current)
        {
            var cells = slab.Cells;
            if (slot < cells.Length)
                cells[slot]?.Rearm();
        }
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
