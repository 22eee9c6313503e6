using System.Diagnostics;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Counts threads and open handles where there is no <c>/proc</c>.</summary>
/// <remarks>Costs milliseconds and kilobytes: for a slow lane. A platform that cannot count handles answers 0, which is not published.</remarks>
internal sealed class PortableHandleReader : ISnapshotSource
{
    private static readonly SeriesKey ThreadsKey = new(ProcessInstruments.ThreadCount);
    private static readonly SeriesKey HandlesKey = new(ProcessInstruments.OpenHandles);

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        using var process = Process.GetCurrentProcess();
        builder.Add(ThreadsKey, process.Threads.Count);
        if (process.HandleCount is > 0 and var handles)
            builder.Add(HandlesKey, handles);
    }
}
