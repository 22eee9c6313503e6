namespace MoniGo.Storage;

/// <summary>Changes of the state store as bytes (FORMAT.md, "State").</summary>
internal sealed class StateCodec : IRecordCodec<StateChange>
{
    public LogKind Kind => LogKind.State;

    public void Write(StateChange record, ByteWriter into)
    {
        into.Text(record.Key);
        into.Varint((ulong)(record.Document?.Version ?? 0));
        into.Bytes(record.Document is null ? [] : record.Document.Value.Span);
    }

    public StateChange Read(ref ByteReader from)
    {
        var (key, version) = (from.Text(), (long)from.Varint());
        return new(key, version == 0 ? null : new(key, from.Bytes(from.Left).ToArray(), version));
    }
}
