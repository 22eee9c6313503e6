using System.Numerics;

namespace MoniGo.Tracing;

/// <summary>Everything one tracer keeps of one thread: a cell per function that the thread has called.</summary>
/// <remarks>
/// Only its thread writes. A thread that works for several tracers (several hosts in one process) has a slab for each, chained, the last
/// used in front. A slab whose tracer is gone has no owner and is dropped from the chain when the thread next walks it.
/// </remarks>
internal sealed class ThreadSlab
{
    /// <summary>Bytes of a slab before its first cell.</summary>
    public const int Bytes = 112 + NameCache.Bytes + CallStack.Bytes;

    private const int FewestCells = 16;

    [ThreadStatic]
    private static ThreadSlab? _lastUsed;

    private readonly Thread _thread = Thread.CurrentThread;
    private FunctionTracer? _owner;
    private FunctionCell?[] _cells = [];
    private ThreadSlab? _next;

    /// <summary>The calls that the thread is in.</summary>
    public CallStack Stack = new();

    /// <summary>Flights at hand for calls that the thread suspends.</summary>
    public FlightStack Flights;

    private ThreadSlab(FunctionTracer owner) => _owner = owner;

    public NameCache Names { get; } = new();

    public bool IsOrphan => !_thread.IsAlive;

    public int ThreadId => _thread.ManagedThreadId;

    /// <summary>Gets the cells by function id; null where the thread has not called the function.</summary>
    public ReadOnlySpan<FunctionCell?> Cells => Volatile.Read(ref _cells);

    /// <summary>Gets the bytes that the budget has paid for this slab.</summary>
    public long PaidBytes
    {
        get
        {
            var bytes = Bytes + ((long)_cells.Length * IntPtr.Size);
            foreach (var cell in _cells)
                bytes += cell?.PaidBytes ?? 0;

            return bytes;
        }
    }

    /// <summary>Gets the calling thread's slab; null when the budget has no room for one or the tracer is gone.</summary>
    public static ThreadSlab? Of(FunctionTracer tracer)
    {
        var slab = _lastUsed;
        return slab is not null && slab._owner == tracer ? slab : FindOrAdd(tracer);
    }

    /// <summary>Gets the cell of a function; null when the budget has no room for one.</summary>
    /// <param name="function">The function.</param>
    /// <param name="id">Its id, as it was read for this call; negative finds nothing.</param>
    public FunctionCell? CellOf(Function function, int id)
    {
        var cells = _cells;
        return (uint)id < (uint)cells.Length && cells[id] is { } cell ? cell : AddCell(function.Tracer.Slabs, id);
    }

    /// <summary>Takes the cell of an evicted function away and gives what the budget had paid for it.</summary>
    /// <remarks>For <see cref="SlabSet"/>, in the lock that widening takes too, or the cell might live on in a copy.</remarks>
    public long RemoveCell(int id)
    {
        var cells = _cells;
        if (id >= cells.Length || cells[id] is not { } cell)
            return 0;

        Volatile.Write(ref cells[id], null);
        return cell.PaidBytes;
    }

    /// <summary>Lets go of the tracer and its statistics, on its disposal.</summary>
    public void Release()
    {
        Volatile.Write(ref _owner, null);
        Volatile.Write(ref _cells, []);
        Names.Clear();
        Flights = default;
    }

    private static ThreadSlab? FindOrAdd(FunctionTracer tracer)
    {
        var found = Unchain(tracer);
        if (found is null && tracer.Slabs.TryReserve(Bytes))
        {
            found = new ThreadSlab(tracer);
            if (!tracer.Slabs.TryAdd(found))
                return null;
        }

        if (found is not null)
            (found._next, _lastUsed) = (_lastUsed, found);

        return found;
    }

    private static ThreadSlab? Unchain(FunctionTracer tracer)
    {
        ThreadSlab? found = null;
        ref var link = ref _lastUsed;
        while (link is { } slab)
        {
            if (slab._owner is { } owner && owner != tracer)
            {
                link = ref slab._next;
                continue;
            }

            found ??= slab._owner == tracer ? slab : null;
            link = slab._next;
        }

        return found;
    }

    private FunctionCell? AddCell(SlabSet slabs, int id)
    {
        if (id < 0)
            return null;

        // The field is read once: the tracer's disposal, on another thread, may empty it at any time.
        var cells = _cells;
        if (id >= cells.Length)
        {
            if (!slabs.Budget.TryTake((WidthFor(id) - cells.Length) * IntPtr.Size))
                return null;

            cells = slabs.Widen(ref _cells, WidthFor(id));
        }

        if (!slabs.Budget.TryTake(FunctionCell.Bytes))
            return null;

        var cell = new FunctionCell(slabs.Budget);
        Volatile.Write(ref cells[id], cell);
        return cell;
    }

    private static int WidthFor(int id) => Math.Max(FewestCells, (int)BitOperations.RoundUpToPowerOf2((uint)id + 1));
}
