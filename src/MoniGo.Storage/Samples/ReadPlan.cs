using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Chooses the tiers, segments and heads that answer a question, and lines their rows up in time.</summary>
/// <remarks>
/// The coarsest tier whose step fits answers; where a finer one no longer reaches back, the next coarser stands in for it. Heads are in
/// every plan, as what they hold is in no tier yet.
/// </remarks>
internal sealed class ReadPlan(SampleQuery query, Shelf shelf, IReadOnlyList<IRowSource> heads, Retention retention, DateTimeOffset now)
{
    // A tick of a rare series is found again this many segments back.
    private const int LookBack = 24;

    private readonly Dictionary<Segment, IRowSource?> _opened = [];

    // The first row of a roll-up tells of a whole window, which finer tiers hold, too.
    private DateTimeOffset _begin = DateTimeOffset.MaxValue;

    /// <summary>Gets the rows in order of time and without overlap, from a little before the range on.</summary>
    public IReadOnlyList<IRowSource> Sources()
    {
        var parts = Parts();
        List<IRowSource> found = [];
        foreach (var part in parts)
        {
            foreach (var rows in RowsOf(part))
                Take(rows, TierSteps.Of(part.Tier));
        }

        var oldest = now - retention.Of(parts[^1].Tier);
        foreach (var rows in heads.Select(head => SlicedRows.Of(head, oldest, DateTimeOffset.MaxValue)).OfType<IRowSource>())
            Take(rows, TimeSpan.FromTicks(1));

        return Arrange(found);

        void Take(IRowSource rows, TimeSpan width)
        {
            found.Add(rows);
            var begin = new DateTimeOffset(rows.Axis.Times[0], TimeSpan.Zero) - width;
            _begin = begin < _begin ? begin : _begin;
        }
    }

    /// <summary>Finds where a series stood before the sources begin.</summary>
    public RowState? Before(SeriesKey series)
    {
        var rows = new SeriesRows();
        foreach (var segment in shelf.Segments.Reverse().Where(segment => segment.Reader.Last <= _begin).Take(LookBack))
        {
            if (Open(segment) is { } source
                && source.Series.IndexOf(series) is >= 0 and var at
                && source.Read(at, rows)
                && rows.Count > 0)
                return StateOf(source.Axis, rows);
        }

        return null;
    }

    private static RowState StateOf(RowAxis axis, SeriesRows rows)
    {
        var last = rows.Count - 1;
        var row = rows.RowOf(last);
        var run = axis.Runs.First(run => row < run.End);
        return new(run.Epoch, run.SequenceOf(row), rows.Last[last], rows.Histograms?.At(last));
    }

    private List<Part> Parts()
    {
        if (Fits(Tier.Hour))
            return [new(Tier.Hour, IsWhole: true, DateTimeOffset.MinValue, DateTimeOffset.MaxValue), new(Tier.Minute, IsWhole: false, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)];

        var minutes = BeginOf(Tier.Minute);
        var ticks = Fits(Tier.Minute) ? DateTimeOffset.MaxValue : BeginOf(Tier.Raw);
        List<Part> parts = [new(Tier.Hour, IsWhole: true, DateTimeOffset.MinValue, minutes < ticks ? minutes : ticks)];
        if (minutes < ticks)
            parts.Add(new(Tier.Minute, IsWhole: true, minutes, ticks));

        if (ticks < DateTimeOffset.MaxValue)
            parts.Add(new(Tier.Raw, IsWhole: true, ticks, DateTimeOffset.MaxValue));

        return parts;
    }

    // A row of a tier cannot be cut, so the range must begin and end with one, or be so long that it does not matter.
    private bool Fits(Tier tier)
    {
        var step = TierSteps.Of(tier);
        var isLong = query.Step >= 100 * step;
        return query.Step >= step
            && (isLong || (query.Step.Ticks % step.Ticks == 0 && IsAligned(query.Range.Start, step) && IsAligned(query.Range.End, step)));
    }

    private static bool IsAligned(DateTimeOffset time, TimeSpan step) => RowWindows.End(time, step) == time;

    // Where a tier begins to know everything. Where a coarser one reaches further back, ticks were dropped, and a late segment that was
    // not dropped yet does not tell the whole of its time.
    private DateTimeOffset BeginOf(Tier tier)
    {
        var horizon = now - retention.Of(tier);
        var wasDropped = FirstOf(segment => segment.Tier > tier) < FirstOf(segment => segment.Tier == tier);
        var first = FirstOf(segment => segment.Tier == tier && !(wasDropped && segment.IsLate));

        // Just before its first row, and where a coarser row can end.
        return Later(RowWindows.End(Later(first, horizon), TimeSpan.FromMinutes(1)).AddMinutes(-1), horizon);
    }

    private DateTimeOffset FirstOf(Func<Segment, bool> which)
    {
        var first = HeadsBegin();
        foreach (var segment in shelf.Segments)
        {
            if (segment.Reader.First < first && which(segment))
                first = segment.Reader.First;
        }

        return first;
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private DateTimeOffset HeadsBegin() =>
        heads.Count == 0 ? DateTimeOffset.MaxValue.AddHours(-1) : heads.Min(head => new DateTimeOffset(head.Axis.Times[0], TimeSpan.Zero));

    private IEnumerable<IRowSource> RowsOf(Part part)
    {
        var candidates = shelf.Of(part.Tier).Where(segment => (part.IsWhole || !segment.IsMerged) && segment.Reader.First <= query.Range.End).ToList();
        var needed = candidates.Where(segment => segment.Reader.Last > query.Range.Start).ToList();
        if (!needed.Exists(segment => segment.Reader.First <= query.Range.Start) && candidates.FindLast(segment => segment.Reader.Last <= query.Range.Start) is { } before)
            needed.Insert(0, before); // it tells where cumulative values stood

        var oldest = now - retention.Of(part.Tier);
        foreach (var segment in needed)
        {
            if (Open(segment) is { } rows && SlicedRows.Of(rows, part.After > oldest ? part.After : oldest, part.UpTo) is { } slice)
                yield return slice;
        }
    }

    private IRowSource? Open(Segment segment)
    {
        if (!_opened.TryGetValue(segment, out var source))
        {
            source = segment.Reader.Find(query.Stream);
            _opened[segment] = source = source is { Axis.Count: > 0 } ? source : null;
        }

        return source;
    }

    private static List<IRowSource> Arrange(List<IRowSource> sources)
    {
        sources.Sort((left, right) => left.Axis.Times[0].CompareTo(right.Axis.Times[0]));
        List<IRowSource> arranged = [];
        List<IRowSource> overlapping = [];
        var end = long.MinValue;
        foreach (var source in sources)
        {
            if (source.Axis.Times[0] > end)
                Close();

            overlapping.Add(source);
            end = Math.Max(end, source.Axis.Times[^1]);
        }

        Close();
        return arranged;

        void Close()
        {
            if (overlapping.Count > 0)
                arranged.Add(overlapping.Count == 1 ? overlapping[0] : MergedRows.Of([.. overlapping]));

            overlapping.Clear();
        }
    }

    /// <summary>The segments of a tier, all or only those not merged yet, with their rows in a stretch of time.</summary>
    private sealed record Part(Tier Tier, bool IsWhole, DateTimeOffset After, DateTimeOffset UpTo);
}
