using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Reads back what <see cref="WalWriter"/> wrote.</summary>
internal static class WalReader
{
    /// <summary>Replays every whole tick in order; never throws for what the file holds.</summary>
    /// <exception cref="IOException">The file cannot be read at all.</exception>
    public static WalEnd Replay(IFileLayer files, string path, Action<StreamId, Snapshot> tick)
    {
        using var log = LogReader.Open(files, path, LogKind.Ticks);
        var decoder = new WalDecoder();
        while (log.Next())
        {
            if (Decode(decoder, log, out var stream, out var snapshot) is { } damage)
                return new(log.End.Frames - 1, log.End.LostBytes + log.Payload.Length + LogFormat.FrameHeadBytes, damage);

            tick(stream, snapshot);
        }

        return new(log.End.Frames, log.End.LostBytes, log.End.Damage);
    }

    /// <summary>Gives null, or what is wrong: a record can be whole and yet make no sense, if another program wrote it.</summary>
    private static string? Decode(WalDecoder decoder, LogReader log, out StreamId stream, out Snapshot snapshot)
    {
        try
        {
            (stream, snapshot) = decoder.Decode(log.Payload);
            return null;
        }
        catch (DamagedDataException damaged)
        {
            (stream, snapshot) = (default, null!);
            return $"The record at byte {log.PayloadOffset} makes no sense. {damaged.Message}";
        }
    }
}
