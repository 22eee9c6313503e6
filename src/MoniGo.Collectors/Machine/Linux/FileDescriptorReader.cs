using System.IO.Enumeration;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Counts the process's open files and sockets in <c>/proc/self/fd</c>; for a slow lane.</summary>
/// <remarks>Costs about a microsecond per descriptor, and a server may have 100 000 of them.</remarks>
internal sealed class FileDescriptorReader(ProcRoot root) : ISnapshotSource
{
    private static readonly SeriesKey CountKey = new(ProcessInstruments.OpenHandles);
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    private readonly string _folder = root.PathOf("proc/self/fd");

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        if (!Directory.Exists(_folder))
            return;

        var count = 0;
        foreach (var one in new FileSystemEnumerable<int>(_folder, (ref FileSystemEntry _) => 1, Everything))
            count += one;

        builder.Add(CountKey, count);
    }
}
