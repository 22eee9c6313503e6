using Microsoft.Win32.SafeHandles;

namespace MoniGo.Collectors;

/// <summary>Reads one small file again and again, without allocating and without exceptions for what is absent.</summary>
/// <remarks>
/// The file stays open, which the kernel's own files allow: reading from the start gives fresh content. A file that is
/// missing or forbidden is looked for again only every <see cref="RestFor"/> reads.
/// </remarks>
internal sealed class ProcFile(ProcRoot root, string path)
{
    private const int RestFor = 60;

    private SafeFileHandle? _handle;
    private int _rest;

    /// <summary>Reads the whole file; empty when it is absent. Valid until anything else of the same root is read.</summary>
    public ReadOnlySpan<byte> Read()
    {
        if (_rest > 0)
        {
            _rest--;
            return [];
        }

        try
        {
            if (_handle is not null || File.Exists(path))
            {
                // Sharing everything spares the advisory lock that .NET would ask the kernel for.
                _handle ??= File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                return ReadAll(_handle);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A control group that was removed, or a file that this container may not see.
            _handle?.Dispose();
            _handle = null;
        }

        _rest = RestFor;
        return [];
    }

    /// <summary>Reads a file that holds one number; false when it holds something else or is absent.</summary>
    public bool TryReadNumber(out long value) => new TextScanner(Read()).TryNumber(out value);

    /// <summary>Counts that the content was not what the kernel documents.</summary>
    public void CountMalformed() => root.CountMalformed();

    private ReadOnlySpan<byte> ReadAll(SafeFileHandle handle)
    {
        var length = 0;
        while (true)
        {
            var read = RandomAccess.Read(handle, root.Buffer[length..], length);
            length += read;
            if (read == 0 || (length == root.Buffer.Length && !root.TryGrow()))
                return root.Buffer[..length];
        }
    }
}
