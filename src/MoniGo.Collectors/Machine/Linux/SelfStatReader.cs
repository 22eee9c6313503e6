using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the process's number of threads from <c>/proc/self/stat</c>.</summary>
/// <remarks>
/// Format: <c>pid (name) state ppid ... num_threads ...</c>, of which <c>num_threads</c> is the 20th field; proc_pid_stat(5).
/// The name may hold blanks and parentheses, so fields are counted from the last closing one.
/// </remarks>
internal sealed class SelfStatReader(ProcRoot root) : ISnapshotSource
{
    private const int FieldsBetweenNameAndThreads = 17;

    private static readonly SeriesKey ThreadsKey = new(ProcessInstruments.ThreadCount);

    private readonly ProcFile _file = root.File("proc/self/stat");

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var content = _file.Read();
        if (content.IsEmpty)
            return;

        var text = new TextScanner(content);
        if (text.TryAfterLast((byte)')') && text.TrySkip(FieldsBetweenNameAndThreads) && text.TryNumber(out var threads))
            builder.Add(ThreadsKey, threads);
        else
            _file.CountMalformed();
    }
}
