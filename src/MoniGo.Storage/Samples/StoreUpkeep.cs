using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The work behind the store: seals, rolls up, merges, deletes; never on the path of a tick.</summary>
/// <remarks>
/// Used by one thread at a time. What fails because of the disk goes on in memory; what fails for another reason is told, and the next
/// thing is done.
/// </remarks>
internal sealed class StoreUpkeep(
    StoreSettings settings, StoreState state, StoreHome home, SegmentMaker maker, StoreHealth health, TimeProvider time)
{
    private const int MostFailures = 3;

    // Streams may bring the last ticks of a day a little after its end, and its last hour must be sealed first.
    private static readonly TimeSpan MergeDelay = TimeSpan.FromMinutes(10);

    // Questions that were planned before a segment left the shelf may still read it.
    private static readonly TimeSpan ReadersLeave = TimeSpan.FromMinutes(1);

    private readonly Retention _retention = new(settings);
    private readonly Queue<(Segment Segment, long Since)> _leaving = [];
    private DateTime _mergedOn;
    private StoreDirectory? _checked;

    /// <summary>Does all that is due now; stops early when asked, between two segments.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        if (home.IsRetryDue)
            home.Enter();

        RunWhereWeAre(cancellationToken);
    }

    /// <summary>Brings what is only in memory to the disk, if the directory can be had at last; then closes everything.</summary>
    public void RunLast()
    {
        if (home.IsLost)
        {
            home.Enter();
            if (home.Directory is not null)
                RunWhereWeAre(CancellationToken.None);
        }

        Leave(TimeSpan.Zero);
    }

    private void RunWhereWeAre(CancellationToken cancellationToken)
    {
        try
        {
            home.CloseLeftLogs();
            var directory = home.Directory; // an append may leave it at any time
            RunAt(directory, cancellationToken);
            if (directory is not null)
                home.Settle();
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            home.Leave(failure);
            RunAt(null, cancellationToken); // in memory now, so that the heads stay small
        }
    }

    private void RunAt(StoreDirectory? directory, CancellationToken cancellationToken)
    {
        Leave(ReadersLeave);
        directory?.TidyUp();
        Seal(directory, cancellationToken);
        if (directory is not null && Try(() => BringHome(directory)))
        {
            home.DeleteOldLogs(directory);
            MakeMissing(directory);
        }

        if (state.Heads.Frozen.IsEmpty && home.IsWhole) // a piece with a lower number than the merge must be in it
            Merge(directory, cancellationToken);

        Try(DropOld);
    }

    private bool Try(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !StoreHome.IsDiskTrouble(failure))
        {
            health.Surprise(failure);
            return false;
        }
    }

    private void Seal(StoreDirectory? directory, CancellationToken cancellationToken)
    {
        lock (state.Lock)
        {
            state.Heads.FreezeDue(time.GetUtcNow());
            if (state.AreHeadsFull_NeedsLock(settings))
                state.Heads.Freeze(_ => true);
        }

        if (state.Heads.Frozen is not { Length: > 0 } frozen)
            return;

        if (directory is not null)
            home.RotateLog();

        foreach (var head in frozen)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Try(() => Seal(directory, head)) && ++head.Failures >= MostFailures)
                GiveUp(head);
        }
    }

    private void Seal(StoreDirectory? directory, OpenHead head)
    {
        var flags = head.HourEnd is null ? SegmentFlags.Late : SegmentFlags.None;
        var streams = head.Head.Streams.Select(stream => (stream, head.Head.Find(stream)!)).ToList();
        var number = state.NextNumber();
        var raw = maker.Make(directory, Tier.Raw, flags, number, streams);
        try
        {
            var minutes = maker.Make(directory, Tier.Minute, flags, number, RollUp(streams, Tier.Minute));
            state.Replace(head, [.. new[] { raw, minutes }.OfType<Segment>()]);
        }
        catch
        {
            Discard(raw); // the head stays, and both are made again
            throw;
        }
    }

    // What cannot be sealed must not fill the memory, nor keep every log from now on.
    private void GiveUp(OpenHead head)
    {
        home.KeepLogsOf(head);
        lock (state.Lock)
            state.Heads.Remove(head);

        health.Damage($"{head.Head.Ticks} ticks from {head.Head.First:O} on cannot be sealed.");
    }

    private void Discard(Segment? made)
    {
        made?.Reader.Dispose();
        if (made?.Path is { } path)
            home.Held?.Discard(path);
    }

    // What was sealed while there was no home; the parts of one seal keep one number. Ticks first: they tell what is in a log twice.
    private void BringHome(StoreDirectory directory)
    {
        var inMemory = state.Shelf.Segments.Where(segment => segment.Memory is not null);
        foreach (var parts in inMemory.GroupBy(segment => segment.Number).OrderBy(parts => parts.Min(part => part.Tier)))
        {
            var number = state.NextNumber();
            List<Segment> brought = [];
            try
            {
                foreach (var part in parts)
                    brought.Add(maker.Bring(directory, part, number));
            }
            catch
            {
                brought.ForEach(Discard); // all of them are brought again
                throw;
            }

            state.Replace([.. parts], brought);
        }
    }

    // Only a crash leaves something out; what retention or the byte cap took is not to be made again.
    private void MakeMissing(StoreDirectory directory)
    {
        if (ReferenceEquals(_checked, directory) || !home.IsWhole)
            return;

        foreach (var raw in SegmentLedger.WithoutMinutes(state.Shelf))
            Try(() => Remake(directory, raw, Tier.Minute, raw.Reader.Flags));

        foreach (var day in SegmentLedger.WithoutHours(state.Shelf))
            Try(() => Remake(directory, day, Tier.Hour, SegmentFlags.None));

        _checked = directory;
    }

    private void Remake(StoreDirectory directory, Segment from, Tier tier, SegmentFlags flags)
    {
        if (maker.Make(directory, tier, flags, from.Number, RollUp(StreamsOf([from]), tier)) is { } made)
            state.Replace([], [made]);
    }

    private void Merge(StoreDirectory? directory, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.UtcDateTime.Date;
        if (_mergedOn == today || now.UtcDateTime - today < MergeDelay)
            return;

        foreach (var day in Groups(Tier.Minute, segment => segment.Day, today))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CanMerge(day, directory))
                Try(() => MergeDay(directory, day));
        }

        foreach (var month in Groups(Tier.Hour, segment => segment.Month, new(today.Year, today.Month, 1, 0, 0, 0, DateTimeKind.Utc)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (month.Count > 1 && CanMerge(month, directory))
                Try(() => Replace(month, [maker.Make(directory, Tier.Hour, SegmentFlags.Merged, state.NextNumber(), StreamsOf(month))]));
        }

        state.Forget(now - settings.RawRetention);
        _mergedOn = directory is null && settings.Directory is not null ? default : today;
    }

    private List<List<Segment>> Groups(Tier tier, Func<Segment, DateTime> key, DateTime before) =>
    [
        .. from segment in state.Shelf.Of(tier)
           where !segment.IsMerged && key(segment) < before
           group segment by key(segment) into pieces
           orderby pieces.Key
           select pieces.ToList(),
    ];

    // What is on disk stays there until its merge can be written beside it.
    private static bool CanMerge(List<Segment> pieces, StoreDirectory? directory) =>
        directory is not null || pieces.TrueForAll(piece => piece.Path is null);

    private void MergeDay(StoreDirectory? directory, List<Segment> pieces)
    {
        var number = state.NextNumber();
        var streams = StreamsOf(pieces);
        var hours = maker.Make(directory, Tier.Hour, SegmentFlags.None, number, RollUp(streams, Tier.Hour)); // first: see SegmentLedger
        try
        {
            Replace(pieces, [hours, maker.Make(directory, Tier.Minute, SegmentFlags.Merged, number, streams)]);
        }
        catch
        {
            Discard(hours); // left alone, they would count beside those of the next try
            throw;
        }
    }

    private void DropOld()
    {
        var now = time.GetUtcNow();
        var inMemory = settings.MemoryCapacity - HeadBytes();
        Replace([.. _retention.Choose(state.Shelf, now, settings.SegmentCapacity, inMemory)], []);
    }

    private long HeadBytes()
    {
        lock (state.Lock)
            return state.Heads.Bytes;
    }

    // Bytes that could not be read are kept: a merge has gaps in their place.
    private void Replace(List<Segment> gone, List<Segment?> made)
    {
        if (gone.Count == 0)
            return;

        state.Replace(gone, [.. made.OfType<Segment>()]);
        foreach (var segment in gone.Where(segment => segment.Path is not null))
        {
            _leaving.Enqueue((segment, time.GetTimestamp()));
            if (!(made.Count > 0 && segment.IsDamaged && home.Held?.TrySetAside(segment.Path!) == true))
                home.Held?.Drop(segment.Path!);
        }
    }

    private void Leave(TimeSpan after)
    {
        while (_leaving.TryPeek(out var leaving) && time.GetElapsedTime(leaving.Since) >= after)
            _leaving.Dequeue().Segment.Reader.Dispose();
    }

    private static List<(StreamId Stream, IRowSource Rows)> StreamsOf(IReadOnlyList<Segment> segments) =>
    [
        .. from segment in segments
           from stream in segment.Reader.Streams
           let rows = segment.Reader.Find(stream)
           where rows is not null
           group rows by stream into sources
           select (sources.Key, sources.Count() == 1 ? sources.First() : MergedRows.Of([.. sources])),
    ];

    private static List<(StreamId Stream, IRowSource Rows)> RollUp(List<(StreamId Stream, IRowSource Rows)> streams, Tier tier) =>
        [.. streams.Select(stream => (stream.Stream, RolledUpRows.Of(stream.Rows, TierSteps.Of(tier))))];
}
