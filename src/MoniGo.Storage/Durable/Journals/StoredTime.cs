namespace MoniGo.Storage;

/// <summary>Reads the times of FORMAT.md, and only those that exist.</summary>
internal static class StoredTime
{
    public static DateTimeOffset Time(this ref ByteReader from)
    {
        var ticks = from.Varint();
        return ticks <= (ulong)DateTime.MaxValue.Ticks
            ? new((long)ticks, TimeSpan.Zero)
            : throw new DamagedDataException($"{ticks} is no time.");
    }
}
