using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Numbers what records refer to, and writes it out where it first occurs.</summary>
/// <remarks><see cref="WalDefined"/> is its counterpart. Not thread-safe.</remarks>
internal sealed class WalDefinitions
{
    private readonly Numbers<StreamId> _streams = new();
    private readonly Numbers<(long Epoch, Resource Resource)> _runs = new();
    private readonly Numbers<InstrumentInfo> _instruments = new();
    private readonly Numbers<(int Instrument, TagSet Tags)> _series = new();
    private InstrumentInfo? _lastInstrument;
    private int _lastInstrumentNumber;

    public void Stream(StreamId stream, ByteWriter into)
    {
        var isNew = _streams.Add(stream, out var number);
        into.Varint(number);
        if (isNew)
            Text(stream.Value, into);
    }

    public void Run(long epoch, Resource resource, ByteWriter into)
    {
        var isNew = _runs.Add((epoch, resource), out var number);
        into.Varint(number);
        if (!isNew)
            return;

        into.Zigzag(epoch);
        Text(resource.ServiceName, into);
        Text(resource.InstanceId, into);
        Text(resource.HostName, into);
        into.Zigzag(resource.ProcessId);
        into.Zigzag(resource.StartTime.UtcTicks);
        Text(resource.ServiceVersion, into);
        Text(resource.Environment, into);
    }

    /// <summary>Writes an item that the stream's tick before did not have at this place.</summary>
    public void Item(WalItemKind kind, InstrumentInfo instrument, TagSet? tags, ByteWriter into)
    {
        var isNewInstrument = Number(instrument, out var number);
        if (tags is null)
        {
            Head(kind, number, into);
            if (isNewInstrument)
                Instrument(instrument, into);

            return;
        }

        var isNew = _series.Add((number, tags), out var series);
        Head(kind, series, into);
        if (isNew)
            Series(number, isNewInstrument ? instrument : null, tags, into);
    }

    private static void Head(WalItemKind kind, int number, ByteWriter into) => into.Varint(((ulong)number << 3) | (byte)kind);

    private bool Number(InstrumentInfo instrument, out int number)
    {
        var isNew = false;
        if (!ReferenceEquals(instrument, _lastInstrument))
            (isNew, _lastInstrument) = (_instruments.Add(instrument, out _lastInstrumentNumber), instrument);

        number = _lastInstrumentNumber;
        return isNew;
    }

    private static void Instrument(InstrumentInfo instrument, ByteWriter into)
    {
        Text(instrument.Name, into);
        into.Varint((uint)instrument.Kind);
        Text(instrument.Unit, into);
        Text(instrument.Description, into);
        Text(instrument.Meter, into);
    }

    private static void Series(int instrument, InstrumentInfo? definition, TagSet tags, ByteWriter into)
    {
        into.Varint(instrument);
        if (definition is not null)
            Instrument(definition, into);

        into.Varint(tags.Count);
        for (var i = 0; i < tags.Count; i++)
        {
            Text(tags[i].Key, into);
            Text(tags[i].Value, into);
        }
    }

    // Hosts that ignore nullable annotations must not stop the log.
    private static void Text(string? text, ByteWriter into) => into.Text(text ?? "");
}
