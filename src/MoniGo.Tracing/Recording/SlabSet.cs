namespace MoniGo.Tracing;

/// <summary>The slabs of all threads of one tracer, within one byte budget.</summary>
/// <remarks>Thread-safe. Readers get an array that never changes; threads come and go by copy.</remarks>
internal sealed class SlabSet(long maxBytes) : IDisposable
{
    private readonly Lock _gate = new();
    private ThreadSlab[] _slabs = [];
    private bool _isDisposed;

    public ByteBudget Budget { get; } = new(maxBytes);

    /// <summary>Gets the slabs as they are now; a later reading has at least the threads that were there before and live.</summary>
    public ThreadSlab[] Current => Volatile.Read(ref _slabs);

    /// <summary>Pays for a slab; false when there is no room, or no tracer any more.</summary>
    public bool TryReserve(int bytes) => !Volatile.Read(ref _isDisposed) && Budget.TryTake(bytes);

    public bool TryAdd(ThreadSlab slab)
    {
        lock (_gate)
        {
            if (_isDisposed)
                return false;

            Volatile.Write(ref _slabs, [.. _slabs, slab]);
            return true;
        }
    }

    /// <summary>Replaces the cells of a slab by more, on its own thread.</summary>
    public FunctionCell?[] Widen(ref FunctionCell?[] cells, int length)
    {
        lock (_gate)
        {
            var wider = new FunctionCell?[length];
            cells.CopyTo(wider, 0);
            Volatile.Write(ref cells, wider);
            return wider;
        }
    }

    /// <summary>Takes the cells of an evicted function, which nobody writes to any more, out of all slabs.</summary>
    public void RemoveCells(int id)
    {
        lock (_gate)
        {
            foreach (var slab in _slabs)
                Budget.Return(slab.RemoveCell(id));
        }
    }

    /// <summary>Moves what dead threads left into the functions' shared cells.</summary>
    /// <remarks>Called by the tick alone, between readings, so no call is seen twice or not at all.</remarks>
    public void BuryOrphans(FunctionTable functions, FlightDeck flights)
    {
        var orphans = Array.FindAll(Current, slab => slab.IsOrphan);
        if (orphans.Length == 0)
            return;

        lock (_gate)
            Volatile.Write(ref _slabs, Array.FindAll(_slabs, slab => !orphans.Contains(slab)));

        // Read after the threads were found dead: no cell of theirs can have a later function.
        var all = functions.All;
        foreach (var orphan in orphans)
        {
            var cells = orphan.Cells;
            for (var id = 0; id < cells.Length; id++)
            {
                if (cells[id] is { } cell)
                    all[id]?.Shared.Inherit(cell);
            }

            flights.TakeBack(ref orphan.Flights);
            Budget.Return(orphan.PaidBytes);
            orphan.Release();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var slab in _slabs)
                slab.Release();

            Volatile.Write(ref _slabs, []);
            Volatile.Write(ref _isDisposed, true);
        }
    }
}
