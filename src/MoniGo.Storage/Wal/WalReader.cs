using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Reads back what <see cref="WalWriter"/> wrote.</summary>
internal static class WalReader
{
    /// <summary>Replays every whole tick in order; never throws for what the file holds.</summary>
    /// <exception cref="IOException">The file cannot be read at all.</exception>
    public static WalEnd Replay(IFileLayer files, string path, Action<StreamId, Snapshot> tick) => throw new NotSupportedException();
}
