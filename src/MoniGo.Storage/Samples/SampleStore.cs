using Microsoft.Extensions.Logging;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The embedded sample store: an open head, sealed segments, roll-ups; in a directory, or in memory.</summary>
internal sealed class SampleStore : ISampleWriter, ISampleReader, IAsyncDisposable
{
    public SampleStore(StoreSettings settings, IFileLayer? files = null, TimeProvider? time = null, ILogger? logger = null) =>
        throw new NotSupportedException();

    /// <inheritdoc />
    public StoreStatus Status => throw new NotSupportedException();

    /// <summary>Opens the directory, if there is one, and replays what was not sealed; never fails because of old data.</summary>
    /// <remarks>Appends and reads before it has ended are answered from memory, and brought to disk when it has.</remarks>
    public Task StartAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc />
    public ValueTask<AppendResult> AppendAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <inheritdoc />
    public IAsyncEnumerable<SeriesWindows> ReadAsync(SampleQuery query, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>Seals what is due, rolls up, merges, deletes what is too old; the background task does the same.</summary>
    public Task MaintainAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Syncs and lets the directory go.</summary>
    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
