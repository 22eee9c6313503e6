namespace MoniGo.Storage;

/// <summary>The file of a segment: checks what is read, tells damage once, closes after its last reader.</summary>
/// <remarks>Thread-safe. Readers stand between <see cref="TryEnter"/> and <see cref="Leave"/>, so disposing pulls the file from under nobody.</remarks>
internal sealed class SegmentFile(IReadableFile file, Action<string> damaged) : IDisposable
{
    private const int MostTold = 1000; // a bound on memory; by then everybody knows

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private int _users = 1; // the owner, who leaves by disposing
    private int _isDisposed;

    /// <summary>Enters, which keeps the file open until <see cref="Leave"/>; false once it is disposed.</summary>
    public bool TryEnter()
    {
        for (var users = Volatile.Read(ref _users); users > 0 && Volatile.Read(ref _isDisposed) == 0; users = Volatile.Read(ref _users))
        {
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
                return true;
        }

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            file.Dispose();
    }

    /// <summary>Reads a chunk into the buffer, or from the directory, and checks it.</summary>
    public ReadOnlySpan<byte> Read(ChunkEntry chunk, SegmentDirectory directory, Span<byte> buffer)
    {
        if (chunk.IsInline)
            return directory.Bytes.Slice((int)chunk.Start, chunk.Length);

        var bytes = buffer[..chunk.Length];
        Read(chunk.Start, bytes);
        return Crc32C.Of(bytes) == chunk.Crc ? bytes : throw new DamagedDataException("The checksum differs.");
    }

    /// <summary>Fills <paramref name="into"/>; what is not there, or cannot be read, counts as damage.</summary>
    public void Read(long place, Span<byte> into)
    {
        try
        {
            ReadAll(file, place, into);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DamagedDataException(failure.Message);
        }
    }

    public static void ReadAll(IReadableFile file, long place, Span<byte> into)
    {
        if (file.Read(place, into) is var read && read != into.Length)
            throw new DamagedDataException($"{read} of {into.Length} bytes are there.");
    }

    /// <summary>Tells that something is damaged, unless that was told before.</summary>
    public void Tell(string what, DamagedDataException damage)
    {
        lock (_told)
        {
            if (_told.Count >= MostTold || !_told.Add(what))
                return;
        }

        damaged($"{what}: {damage.Message}");
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            Leave();
    }
}
