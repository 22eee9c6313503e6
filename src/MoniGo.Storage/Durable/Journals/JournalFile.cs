namespace MoniGo.Storage;

/// <summary>The file of a journal: read once, appended to, and replaced as a whole.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class JournalFile<T> : IDisposable
{
    private readonly PortFolder _folder;
    private readonly string _name;
    private readonly IRecordCodec<T> _codec;
    private readonly ByteWriter _payload = new();
    private LogEnd? _end;
    private bool _isDamaged;
    private LogWriter? _log;

    public JournalFile(PortFolder folder, string name, IRecordCodec<T> codec) => (_folder, _name, _codec) = (folder, name, codec);

    /// <summary>Gets whether records can be appended; otherwise the file must be replaced.</summary>
    public bool IsOpen => _log is not null;

    /// <summary>Gets the bytes in the file.</summary>
    public long Length => _log?.Length ?? 0;

    /// <summary>Reads every whole record; tells what was lost.</summary>
    public List<T> Load(Action<string> tell)
    {
        List<T> records = [];
        _folder.TryDelete(_name + PortFolder.Unfinished);
        if (!_folder.List().Contains(_name, StringComparer.Ordinal))
            return records;

        using var reader = LogReader.Open(_folder.Files, _folder.PathOf(_name), _codec.Kind);
        var unknown = 0;
        while (reader.Next())
            unknown += TryRead(reader.Payload, records) ? 0 : 1;

        _end = reader.End;
        _isDamaged = _end is { Damage: not null } || unknown > 0;
        Describe(reader.End, unknown, tell);
        return records;
    }

    /// <summary>Goes on behind the last whole record, where the file has no damage.</summary>
    public void Continue()
    {
        if (_end is { } end && !_isDamaged)
            _log = LogWriter.Continue(_folder.Files, _folder.PathOf(_name), _codec.Kind, end);
    }

    /// <summary>Writes the records aside, syncs, and puts them in the place of the file; a damaged one is kept aside.</summary>
    public void Replace(IReadOnlyList<T> records)
    {
        Dispose();
        _folder.Create();
        var log = LogWriter.Create(_folder.Files, _folder.PathOf(_name + PortFolder.Unfinished), _codec.Kind);
        try
        {
            foreach (var record in records)
                Append(log, record);

            log.Sync();
            Publish();
            _log = log;
        }
        catch
        {
            log.Dispose();
            _folder.TryDelete(_name + PortFolder.Unfinished); // on a full disk it would take what others need
            throw;
        }
    }

    public void Append(T record) => Append(_log!, record);

    public void Sync() => _log!.Sync();

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _log?.Dispose();
        _log = null;
    }

    private void Publish()
    {
        if (_isDamaged)
            _folder.SetAside(_name);

        _isDamaged = false;
        _folder.Publish(_name);
    }

    private void Append(LogWriter log, T record)
    {
        _payload.Clear();
        _codec.Write(record, _payload);
        log.Append(_payload.Written);
    }

    private bool TryRead(ReadOnlySpan<byte> payload, List<T> into)
    {
        try
        {
            var reader = new ByteReader(payload);
            into.Add(_codec.Read(ref reader));
            return true;
        }
        catch (DamagedDataException)
        {
            return false;
        }
    }

    private void Describe(LogEnd end, int unknown, Action<string> tell)
    {
        if (end.Damage is { } damage)
            tell($"{_name} is damaged and set aside; {end.Frames} records are read, {end.LostBytes} bytes are not. {damage}");
        else if (unknown > 0)
            tell($"{_name} is set aside: {unknown} of its {end.Frames} records are not known here.");
        else if (end.LostBytes > 0)
            tell($"{_name} ended in {end.LostBytes} bytes that were never written to their end; they are cut.");
    }
}
