namespace MoniGo.Signals;

/// <summary>The writing side of a sample store.</summary>
/// <remarks>Thread-safe. Implementations never throw for bad data; they answer <see cref="AppendOutcome.Refused"/> with a reason.</remarks>
public interface ISampleWriter
{
    /// <summary>Appends one tick; a repeat of (stream, epoch, sequence) is recognised and answered as duplicate.</summary>
    /// <remarks>The answer comes when it is true: an append is called durable only once it is.</remarks>
    ValueTask<AppendResult> AppendAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default);
}
