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
    public const int Bytes = 80 + NameCache.Bytes;

    private const int FewestCells = 16;

    [ThreadStatic]
    private static ThreadSlab? _lastUsed;

    private readonly Thread _thread = Thread.CurrentThread;
    private FunctionTracer? _owner;
    private FunctionCell?[] _cells = [];
    private ThreadSlab? _next;

    private ThreadSlab(FunctionTracer owner) => _owner = owner;

    public NameCache Names { get; } = new();

    public bool IsOrphan => !_thread.IsAlive;

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
    public FunctionCell? CellOf(Function function)
    {
        var cells = _cells;
        return (uint)function.Id < (uint)cells.Length && cells[function.Id] is { } cell ? cell : AddCell(function);
    }

    /// <summary>Lets go of the tracer and its statistics, on its disposal.</summary>
    public void Release()
    {
        Volatile.Write(ref _owner, null);
        Volatile.Write(ref _cells, []);
        Names.Clear();
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

    private FunctionCell? AddCell(Function function)
    {
        // The field is read once: the tracer's disposal, on another thread, may empty it at any time.
        var budget = function.Tracer.Slabs.Budget;
        var cells = _cells;
        if (function.Id >= cells.Length)
        {
            if (Widen(cells, function.Id, budget) is not { } wider)
                return null;

            cells = wider;
        }

        if (!budget.TryTake(FunctionCell.Bytes))
            return null;

        var cell = new FunctionCell(budget);
        Volatile.Write(ref cells[function.Id], cell);
        return cell;
    }

    private FunctionCell?[]? Widen(FunctionCell?[] cells, int id, ByteBudget budget)
    {
        var length = Math.Max(FewestCells, (int)BitOperations.RoundUpToPowerOf2((uint)id + 1));
        if (!budget.TryTake((length - cells.Length) * IntPtr.Size))
            return null;

        var wider = new FunctionCell?[length];
        cells.CopyTo(wider, 0);
        Volatile.Write(ref _cells, wider);
        return wider;
    }
}
