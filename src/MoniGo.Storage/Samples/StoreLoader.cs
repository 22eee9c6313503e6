using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Reads what an earlier process left in the directory, and never fails because of it.</summary>
/// <remarks>All that may throw comes before the first change of the state, so a failed loading can be tried again.</remarks>
internal sealed class StoreLoader(
    StoreSettings settings, IFileLayer files, StoreState state, SegmentMaker maker, StoreHealth health, TimeProvider time)
{
    /// <summary>Gets the number of segments that the disk would not let us open; they are still there.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Gets the logs that the disk would not let us read to their end; the next process will try.</summary>
    public HashSet<string> UnreadLogs { get; } = new(StringComparer.Ordinal);

    /// <summary>Loads segments and logs.</summary>
    /// <returns>The paths of damaged logs.</returns>
    public IReadOnlyCollection<string> Load(StoreDirectory directory)
    {
        var (segments, logs, earlier) = (directory.Segments(), directory.Logs(), directory.AsideCount);
        foreach (var (number, _) in segments.Concat(logs))
            state.SkipTo(number);

        health.CountEarlier(earlier);
        Unreadable = 0;
        UnreadLogs.Clear();
        LoadSegments(directory, segments);
        return ReplayLogs(logs);
    }

    private void LoadSegments(StoreDirectory directory, IReadOnlyList<(long Number, string Path)> paths)
    {
        var found = Shelf.Empty.With([], [.. paths.Select(file => TryOpen(directory, file.Number, file.Path)).OfType<Segment>()]);

        // Among themselves: the numbers of what is in memory mean nothing here.
        var leftovers = Unreadable == 0 ? SegmentLedger.Leftovers(found) : [];
        state.Replace([], found.With(leftovers, []).Segments);
        foreach (var segment in leftovers)
        {
            segment.Reader.Dispose();
            directory.Drop(segment.Path!);
        }

        foreach (var segment in found.Of(Tier.Raw))
            Remember(segment);
    }

    private Segment? TryOpen(StoreDirectory directory, long number, string path)
    {
        try
        {
            return maker.Open(number, path);
        }
        catch (NewerVersionException newer)
        {
            health.Damage($"{Path.GetFileName(path)}: {newer.Message}"); // left where it is, for the version that wrote it
        }
        catch (DamagedDataException damage)
        {
            health.Damage($"{Path.GetFileName(path)}: {damage.Message}");
            directory.TrySetAside(path);
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            Unreadable++;
            health.Damage($"{Path.GetFileName(path)}: {failure.Message}");
        }

        return null;
    }

    private void Remember(Segment segment)
    {
        lock (state.Lock)
        {
            foreach (var stream in segment.Reader.Streams)
            {
                foreach (var run in segment.Reader.RunsOf(stream))
                    Remember_NeedsLock(state.SeenOf_NeedsLock(stream, segment.Reader.Last), run);
            }
        }
    }

    private static void Remember_NeedsLock(SeenTicks seen, RowRun run)
    {
        if (run.Stride == 1)
        {
            seen.Add(run.Epoch, run.FirstSequence, run.SequenceOf(run.End - 1));
            return;
        }

        for (var row = run.FirstRow; row < run.End; row++)
            seen.Add(run.Epoch, run.SequenceOf(row));
    }

    private List<string> ReplayLogs(IReadOnlyList<(long Number, string Path)> logs)
    {
        List<string> damaged = [];
        var horizon = time.GetUtcNow() - settings.RawRetention;
        foreach (var (number, path) in logs)
        {
            if (Replay(path, number, horizon) is not { } damage)
                continue;

            health.Damage($"{Path.GetFileName(path)}: {damage}");
            if (!UnreadLogs.Contains(path))
                damaged.Add(path);
        }

        return damaged;
    }

    private string? Replay(string path, long number, DateTimeOffset horizon)
    {
        var odd = 0;
        try
        {
            var end = WalReader.Replay(files, path, (stream, snapshot) => odd += TryTake(stream, snapshot, number, horizon) ? 0 : 1);
            return end.Damage ?? (odd > 0 ? $"{odd} ticks make no sense." : null);
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            UnreadLogs.Add(path);
            return failure.Message;
        }
    }

    private bool TryTake(StreamId stream, Snapshot snapshot, long log, DateTimeOffset horizon)
    {
        if (TickCheck.WhatIsWrong(stream, snapshot) is not null)
            return false;

        lock (state.Lock)
        {
            if (snapshot.Time <= horizon)
                return true;

            var seen = state.SeenOf_NeedsLock(stream, snapshot.Time);
            if (seen.Contains(snapshot.Epoch, snapshot.Sequence))
                return true;

            seen.Add(snapshot.Epoch, snapshot.Sequence);
            var head = state.Heads.For(snapshot.Time, time.GetUtcNow(), isReplay: true);
            head.Head.Add(stream, snapshot);
            head.FirstLog = Math.Min(head.FirstLog ?? log, log);
            return true;
        }
    }
}
