using System.Buffers;
using System.Text.Json;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Keeps the exception groups in the state store, so that a restart forgets none.</summary>
/// <remarks>Not thread-safe. One document; the latest seen groups come first, and what is past 512 KiB is not kept.</remarks>
internal sealed class StoredExceptionGroups(ExceptionGroups groups, IStateStore store)
{
    /// <summary>Key of the document.</summary>
    public const string Key = "exceptions/groups";

    /// <summary>Bytes kept at most: an eighth of what the built-in state store holds.</summary>
    public const int MostBytes = 512 * 1024;

    private long _documentVersion;
    private long _savedVersion;
    private bool _isLoaded;

    /// <summary>Reads what earlier processes kept; a document that cannot be read is replaced by the next one.</summary>
    /// <exception cref="JsonException">The document is not one of ours; the groups start anew.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var document = await store.GetAsync(Key, cancellationToken).ConfigureAwait(false);
        (_documentVersion, _isLoaded) = (document?.Version ?? 0, true);
        if (document is not null && JsonSerializer.Deserialize(document.Value.Span, ExceptionGroupJson.Default.ListExceptionGroup) is { } kept)
            groups.Restore(kept);
    }

    /// <summary>Writes the groups if they have changed; nothing before they were loaded, which would forget the earlier ones.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var version = groups.Version;
        if (!_isLoaded || version == _savedVersion)
            return;

        var content = Serialize(groups.List());
        if (await store.PutAsync(Key, content, _documentVersion, cancellationToken).ConfigureAwait(false) is { } written)
        {
            (_documentVersion, _savedVersion) = (written, version);
            return;
        }

        // Somebody else wrote it, who knows no more than we do; the next round takes its place.
        _documentVersion = (await store.GetAsync(Key, cancellationToken).ConfigureAwait(false))?.Version ?? 0;
    }

    private static ReadOnlyMemory<byte> Serialize(IReadOnlyList<ExceptionGroup> latestFirst)
    {
        var content = new ArrayBufferWriter<byte>();
        content.Write("["u8);
        foreach (var group in latestFirst)
        {
            var one = JsonSerializer.SerializeToUtf8Bytes(group, ExceptionGroupJson.Default.ExceptionGroup);
            if (content.WrittenCount + one.Length + 2 > MostBytes)
                break;

            if (content.WrittenCount > 1)
                content.Write(","u8);

            content.Write(one);
        }

        content.Write("]"u8);
        return content.WrittenMemory;
    }
}
