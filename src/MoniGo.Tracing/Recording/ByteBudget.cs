namespace MoniGo.Tracing;

/// <summary>Counts the bytes that the slabs of all threads hold, up to a limit.</summary>
/// <remarks>Thread-safe. Sizes are computed, not measured: object headers and arrays as the 64-bit runtime lays them out.</remarks>
internal sealed class ByteBudget(long limit)
{
    private long _used;

    public long Used => Volatile.Read(ref _used);

    /// <summary>Takes bytes, or takes none and answers false.</summary>
    public bool TryTake(int bytes)
    {
        // A full budget is asked on every call, so look before writing to a shared line.
        if (Used + bytes > limit)
            return false;

        if (Interlocked.Add(ref _used, bytes) <= limit)
            return true;

        Interlocked.Add(ref _used, -bytes);
        return false;
    }

    public void Return(long bytes) => Interlocked.Add(ref _used, -bytes);
}
