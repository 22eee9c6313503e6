namespace MoniGo.Signals;

/// <summary>The reading side of a sample store, which may be remote and slow.</summary>
/// <remarks>Thread-safe. An unknown stream or instrument answers with nothing.</remarks>
public interface ISampleReader
{
    /// <summary>Gets how the store is doing; cheap.</summary>
    StoreStatus Status { get; }

    /// <summary>Reads windows of every selected series.</summary>
    IAsyncEnumerable<SeriesWindows> ReadAsync(SampleQuery query, CancellationToken cancellationToken = default);
}
