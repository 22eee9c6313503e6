namespace MoniGo.Storage;

/// <summary>The port whose memory a <see cref="Journal{T}"/> makes durable; called under the journal's gate.</summary>
internal interface IJournaled<T>
{
    /// <summary>Gets the bytes that the port holds, estimated.</summary>
    long Bytes { get; }

    /// <summary>Gives records that bring back all that the port holds.</summary>
    IReadOnlyList<T> All();

    /// <summary>Takes what the directory kept, as if it had always been there.</summary>
    /// <returns>What was kept in memory before, to be added to the journal.</returns>
    IReadOnlyList<T> Merge(IReadOnlyList<T> kept);
}
