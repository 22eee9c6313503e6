namespace MoniGo.Storage;

/// <summary>Turns the records of a journal into payloads of frames and back.</summary>
/// <remarks>Thread-safe, since it has no state.</remarks>
internal interface IRecordCodec<T>
{
    LogKind Kind { get; }

    void Write(T record, ByteWriter into);

    /// <exception cref="DamagedDataException">The bytes are no record that is known here.</exception>
    T Read(ref ByteReader from);
}
