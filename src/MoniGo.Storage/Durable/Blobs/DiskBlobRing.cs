using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Keeps captures as files in a directory; the oldest make room.</summary>
/// <remarks>
/// Thread-safe. A blob is on disk when its add has ended; memory knows what there is and holds the content of none. While the directory
/// cannot be used, blobs that fit are kept in memory, and written once it can.
/// </remarks>
internal sealed class DiskBlobRing : IBlobRing, IDurablePort
{
    /// <summary>Bytes kept at most by default.</summary>
    public const long DefaultCapacity = 64 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30); // between tries after a failure

    private readonly TimeProvider _time;
    private readonly BlobIndex _index;
    private readonly ProblemReport _report;
    private readonly SemaphoreSlim _turn = new(1, 1); // one writes at a time
    private BlobFolder? _folder;
    private ITimer? _timer;
    private bool _isLoaded;
    private bool _isClosed;

    public DiskBlobRing(
        long capacity = DefaultCapacity,
        long memoryCapacity = MemoryBlobRing.DefaultCapacity,
        TimeProvider? time = null,
        Action<string>? problem = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _time = time ?? TimeProvider.System;
        (_index, _report) = (new(capacity, memoryCapacity, _time), new("blobs", problem));
    }

    /// <inheritdoc />
    public Task OpenAsync(IFileLayer files, string root) => TakeTurnAsync(() =>
    {
        if (_folder is not null)
            throw new InvalidOperationException("The ring is open already.");

        _folder = new(files, root);
        _timer = _time.CreateTimer(_ => _ = TakeTurnAsync(TryWriteAll), null, Pause, Pause);
        return TryWriteAll();
    });

    /// <inheritdoc />
    public async ValueTask<string?> AddAsync(
        BlobInfo info, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        cancellationToken.ThrowIfCancellationRequested();
        return _index.Fits(content.Length) ? await TakeTurnAsync(() => Add(info, content), cancellationToken) : null;
    }

    /// <inheritdoc />
    public async ValueTask<BlobLookup> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        var entry = _index.Find(id);
        if (entry is { IsOnDisk: true })
            entry = await Task.Run(() => ReadContent(entry.Blob), cancellationToken);

        return new(entry?.Blob, Expired: entry is null && _index.WasGivenOut(id));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Blob> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var blob in _index.Newest())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return blob;
        }

        await Task.CompletedTask; // nothing waits here; only an async iterator is handed the enumerator's own token
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await TakeTurnAsync(() =>
    {
        var isWritten = TryWriteAll();
        _timer?.Dispose();
        _isClosed = true;
        return isWritten;
    });

    /// <summary>Runs one after another, and on a thread of its own where there is a directory.</summary>
    private async Task<T> TakeTurnAsync<T>(Func<T> work, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, CancellationToken.None); // once begun it ends: it uses the caller's buffer
        }
        finally
        {
            _turn.Release();
        }
    }

    private string? Add(BlobInfo info, ReadOnlyMemory<byte> content)
    {
        var blob = new Blob(_index.NextId(), info, content.Length, content);
        var (cost, isUsable) = (BlobIndex.Cost(content.Length), TryWriteAll());
        if (!isUsable && !_index.FitsInMemory(content.Length))
            return null;

        Drop(_index.MakeRoom(cost));
        if (isUsable && TryWrite(blob))
            return blob.Id;

        if (!_index.FitsInMemory(content.Length))
            return null;

        _index.MakeRoomInMemory(cost);
        _index.Add(new(blob with { Content = content.ToArray() }, IsOnDisk: false)); // copied: the caller may use its buffer again
        return blob.Id;
    }

    /// <summary>Writes what only memory has; false where there is no directory, or none that can be used.</summary>
    private bool TryWriteAll() => _folder is not null && !_isClosed && TryLoad() && _index.InMemory().All(TryWrite);

    private bool TryLoad() => _isLoaded || Try(() =>
    {
        foreach (var blob in _folder!.Load(_report.Tell))
            _index.Add(new(blob, IsOnDisk: true));

        _isLoaded = true;
        Drop(_index.MakeRoom(0));
    });

    private bool TryWrite(Blob blob) => Try(() =>
    {
        _folder!.Write(blob);
        _index.Add(new(blob with { Content = default }, IsOnDisk: true));
    });

    private bool Try(Action work)
    {
        try
        {
            work();
            _report.Recovered();
            return true;
        }
        catch (Exception failure)
        {
            _report.Failed(failure);
            return false;
        }
    }

    private void Drop(List<BlobEntry> dropped)
    {
        foreach (var entry in dropped.Where(entry => entry.IsOnDisk))
            _folder!.TryDelete(entry.Blob.Id);
    }

    private BlobEntry? ReadContent(Blob blob)
    {
        try
        {
            if (_folder!.TryRead(blob.Id, _report.Tell) is { } read)
                return new(read with { Info = blob.Info }, IsOnDisk: true);

            _index.Remove(blob.Id);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _report.Tell($"{blob.Id} cannot be read: {failure.Message}"); // it stays in the ring: the next look may succeed
        }

        return null;
    }
}
