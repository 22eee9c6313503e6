using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Entries of the event log as bytes (FORMAT.md, "Events").</summary>
internal sealed class EventCodec : IRecordCodec<EventEntry>
{
    public LogKind Kind => LogKind.Events;

    public void Write(EventEntry record, ByteWriter into)
    {
        into.Varint((ulong)record.Time.UtcTicks);
        into.Varint((int)record.Kind);
        into.Text(record.Actor);
        into.Text(record.Action);
        into.Text(record.Subject);
        into.Text(record.Detail);
    }

    public EventEntry Read(ref ByteReader from) =>
        new(from.Time(), KindOf(from.Varint(int.MaxValue)), from.Text(), from.Text(), from.Text(), from.Text());

    private static EventKind KindOf(int number) =>
        Enum.IsDefined((EventKind)number) ? (EventKind)number : throw new DamagedDataException($"{number} is no kind of event.");
}
