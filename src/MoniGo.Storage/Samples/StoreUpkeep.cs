using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The work behind the store: seals, rolls up, merges, deletes; never on the path of a tick.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class StoreUpkeep(
    StoreSettings settings, StoreState state, StoreHome home, SegmentMaker maker, TimeProvider time)
{
    // Streams may bring the last ticks of a day a little after its end, and its last hour must be sealed first.
    private static readonly TimeSpan MergeDelay = TimeSpan.FromMinutes(10);

    private readonly Retention _retention = new(settings);
    private DateTime _mergedOn;

    /// <summary>Does all that is due now; stops early when asked, between two segments.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        if (home.IsRetryDue)
            home.Enter();

        try
        {
            RunOn(cancellationToken);
        }
        catch (Exception failure) when (home.Directory is not null && StoreHome.IsDiskTrouble(failure))
        {
            home.Leave(failure);
            RunOn(cancellationToken); // in memory now, so that the heads stay small
        }
    }

    private void RunOn(CancellationToken cancellationToken)
    {
        Seal(cancellationToken);
        if (home.Directory is { } directory)
        {
            BringHome(directory);
            home.DeleteOldLogs();
            MakeMissing(directory);
        }

        Merge(cancellationToken);
        DropOld();
    }

    private void Seal(CancellationToken cancellationToken)
    {
        lock (state.Lock)
        {
            state.Heads.FreezeDue(time.GetUtcNow());
            if (state.AreHeadsFull_NeedsLock(settings))
                state.Heads.Freeze(_ => true);
        }

        if (state.Heads.Frozen is { Length: > 0 } frozen)
        {
            if (home.Directory is not null)
                home.RotateLog();

            foreach (var head in frozen)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Seal(head);
            }
        }
    }

    private void Seal(OpenHead head)
    {
        var flags = head.HourEnd is null ? SegmentFlags.Late : SegmentFlags.None;
        var streams = head.Head.Streams.Select(stream => (stream, head.Head.Find(stream)!)).ToList();
        var number = state.NextNumber();
        var raw = maker.Make(home.Directory, Tier.Raw, flags, number, streams);
        try
        {
            var minutes = maker.Make(home.Directory, Tier.Minute, flags, number, RollUp(streams, Tier.Minute));
            state.Replace(head, [.. new[] { raw, minutes }.OfType<Segment>()]);
        }
        catch when (raw is not null)
        {
            Discard(raw); // the head stays, and both are made again
            throw;
        }
    }

    private void Discard(Segment made)
    {
        made.Reader.Dispose();
        if (made.Path is not null)
            home.Directory?.TryDelete(made.Path);
    }

    // What was sealed while there was no home; the parts of one seal keep one number.
    private void BringHome(StoreDirectory directory)
    {
        foreach (var parts in state.Shelf.Segments.Where(segment => segment.Memory is not null).GroupBy(segment => segment.Number))
        {
            var number = state.NextNumber();
            List<Segment> brought = [.. parts.Select(part => maker.Bring(directory, part, number))];
            state.Replace([.. parts], brought);
            foreach (var part in parts)
                part.Reader.Dispose();
        }
    }

    private void MakeMissing(StoreDirectory directory)
    {
        foreach (var raw in SegmentLedger.WithoutMinutes(state.Shelf))
            Remake(directory, raw, Tier.Minute, raw.Reader.Flags);

        foreach (var day in SegmentLedger.WithoutHours(state.Shelf))
            Remake(directory, day, Tier.Hour, SegmentFlags.None);
    }

    private void Remake(StoreDirectory directory, Segment from, Tier tier, SegmentFlags flags)
    {
        if (maker.Make(directory, tier, flags, from.Number, RollUp(StreamsOf([from]), tier)) is { } made)
            state.Replace([], [made]);
    }

    private void Merge(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.UtcDateTime.Date;
        if (_mergedOn == today || now.UtcDateTime - today < MergeDelay)
            return;

        var minutes = state.Shelf.Of(Tier.Minute).Where(segment => !segment.IsMerged && segment.Day < today);
        foreach (var day in minutes.GroupBy(segment => segment.Day).OrderBy(day => day.Key).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            MergeDay([.. day]);
        }

        var hours = state.Shelf.Of(Tier.Hour).Where(segment => !segment.IsMerged && segment.Month < new DateTime(today.Year, today.Month, 1, 0, 0, 0, DateTimeKind.Utc));
        foreach (var month in hours.GroupBy(segment => segment.Month).Where(month => month.Count() > 1).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Replace([.. month], [maker.Make(home.Directory, Tier.Hour, SegmentFlags.Merged, state.NextNumber(), StreamsOf([.. month]))]);
        }

        _mergedOn = today;
    }

    private void MergeDay(List<Segment> pieces)
    {
        var number = state.NextNumber();
        var streams = StreamsOf(pieces);
        var hours = maker.Make(home.Directory, Tier.Hour, SegmentFlags.None, number, RollUp(streams, Tier.Hour)); // first: see SegmentLedger
        var day = maker.Make(home.Directory, Tier.Minute, SegmentFlags.Merged, number, streams);
        Replace(pieces, [hours, day]);
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

    private void Replace(List<Segment> gone, List<Segment?> made)
    {
        if (gone.Count == 0)
            return;

        state.Replace(gone, [.. made.OfType<Segment>()]);
        foreach (var segment in gone)
        {
            segment.Reader.Dispose();
            if (segment.Path is not null)
                home.Directory?.Delete(segment.Path);
        }
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
