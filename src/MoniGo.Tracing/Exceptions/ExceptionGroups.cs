using System.Diagnostics;
using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Groups exceptions by type, shape of message and place of throw, and counts them.</summary>
/// <remarks>
/// <para>
/// Each exception object counts once, however many traced functions it passes and loggers it is told to; it is remembered weakly. One that
/// only carries another (<see cref="AggregateException"/> of one, invocation by reflection) stands for that. Work that was called off
/// (<see cref="OperationCanceledException"/>, unless for a time-out) is one group per type: it counts, and does not cry wolf under a
/// hundred names.
/// </para>
/// Thread-safe, and never throws: called within exception filters. A close look takes some 20 us of the thread that throws, and
/// <see cref="LookBudget"/> bounds how many; any other exception costs a weak-table entry, another within an activity, and a short lock: throwing costs more.
/// At most 500 groups; the one not seen for longest makes room.
/// </remarks>
internal sealed class ExceptionGroups(TimeProvider time) : IExceptionGroups, ISnapshotSource
{
    /// <summary>Groups kept at most.</summary>
    public const int MostGroups = 500;

    private static readonly SeriesKey DroppedExceptions = new(OwnInstruments.Dropped, TagSet.Of("reason", "exceptions"));
    private static readonly SeriesKey DroppedGroups = new(OwnInstruments.Dropped, TagSet.Of("reason", "exception_groups"));

    private readonly Lock _gate = new();
    private readonly Dictionary<string, CountedGroup> _groups = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<Exception, Sighting> _seen = [];
    private readonly ConditionalWeakTable<Activity, CountedGroup> _within = [];
    private readonly LookBudget _budget = new();
    private long _dropped;
    private long _madeRoom;
    private long _version;

    /// <summary>Gets a number that changes with every change.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Counts an exception, unless it was seen before.</summary>
    /// <param name="exception">The exception, thrown or not.</param>
    /// <param name="where">The function, request or logger that it was seen in.</param>
    public void Observe(Exception exception, string where)
    {
        try
        {
            var cause = ExceptionLook.CauseOf(exception);
            var sighting = new Sighting();
            if (_seen.TryAdd(cause, sighting))
                Count(cause, where, sighting);
            else if (_seen.TryGetValue(cause, out var earlier))
                LookAgain(cause, sighting = earlier);

            if (Activity.Current is { } current && sighting.Group is { } group)
                _within.AddOrUpdate(RootOf(current), group);
        }
        catch (Exception)
        {
            // Messages and stack traces are code of the exception's own, which may do anything.
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Gives the id of the group that an exception was counted in; null when it was not.</summary>
    public string? GroupOf(Exception exception) => _seen.TryGetValue(ExceptionLook.CauseOf(exception), out var sighting) ? sighting.Group?.Group.Id : null;

    /// <summary>Gives the id of the group of the last exception that was seen within an activity's tree; null when none was.</summary>
    public string? GroupWithin(Activity activity) => _within.TryGetValue(RootOf(activity), out var group) && !group.IsGone ? group.Group.Id : null;

    /// <inheritdoc />
    public IReadOnlyList<ExceptionGroup> List()
    {
        lock (_gate)
            return [.. _groups.Values.Select(counted => counted.Group).OrderByDescending(group => group.LastSeen)];
    }

    /// <inheritdoc />
    public ExceptionGroup? Find(string id)
    {
        lock (_gate)
            return _groups.GetValueOrDefault(id)?.Group;
    }

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        lock (_gate)
        {
            _budget.Renew();
            foreach (var counted in _groups.Values)
            {
                if (counted.SinceStart > 0)
                    builder.Add(counted.Series, counted.SinceStart);
            }
        }

        builder.Add(DroppedExceptions, Interlocked.Read(ref _dropped));
        builder.Add(DroppedGroups, Interlocked.Read(ref _madeRoom));
    }

    /// <summary>Takes over the groups of earlier processes; call it once.</summary>
    public void Restore(IEnumerable<ExceptionGroup> earlier)
    {
        lock (_gate)
        {
            foreach (var group in earlier)
            {
                if (_groups.TryGetValue(group.Id, out var counted))
                    counted.Inherit(group);
                else if (_groups.Count < MostGroups)
                    _groups.Add(group.Id, new(group));
            }
        }
    }

    private void Count(Exception exception, string where, Sighting sighting)
    {
        var type = FunctionErrors.NameOf(exception);
        LookBudget.Place place;
        lock (_gate)
        {
            place = _budget.PlaceOf(type, where);
            if (!_budget.TryTake(place))
            {
                CountUnseen_NeedsLock(place, sighting);
                return;
            }
        }

        // Outside the lock: this is the costly part, and runs code of the exception's own.
        var look = ExceptionLook.At(exception);
        lock (_gate)
            CountSeen_NeedsLock(look, where, place, sighting);
    }

    private void CountUnseen_NeedsLock(LookBudget.Place place, Sighting sighting)
    {
        if (place.Last is not { IsGone: false } last)
        {
            Interlocked.Increment(ref _dropped);
            return;
        }

        last.Count(time.GetUtcNow(), example: null);
        sighting.Group = last;
        _version++;
    }

    private void CountSeen_NeedsLock(ExceptionLook look, string where, LookBudget.Place place, Sighting sighting)
    {
        var now = time.GetUtcNow();
        var example = new ExceptionExample(now, look.Message, look.Text, where, TraceContext.Current?.TraceId);
        if (!_groups.TryGetValue(look.Id, out var counted))
        {
            if (_groups.Count == MostGroups)
                MakeRoom_NeedsLock();

            counted = new(new(look.Id, look.Type, look.Shape, look.Site, Count: 0, now, now, example));
            _groups.Add(look.Id, counted);
        }

        counted.Count(now, example);
        (place.Last, sighting.Group, sighting.Example) = (counted, counted, example);
        _version++;
    }

    // The first look is often from within a filter, where the stack ends at the traced function. Whoever sees the exception later sees more.
    private void LookAgain(Exception exception, Sighting earlier)
    {
        lock (_gate)
        {
            if (!earlier.IsExample || !_budget.TryTake(earlier.Later))
                return;
        }

        var text = ExceptionLook.TextOf(exception);
        lock (_gate)
        {
            if (!earlier.IsExample)
                return;

            earlier.Example = earlier.Group!.Retell(text);
            _version++;
        }
    }

    // The request's, where a request is served: the topmost of this process.
    private static Activity RootOf(Activity activity)
    {
        var root = activity;
        while (root.Parent is { } above)
            root = above;

        return root;
    }

    private void MakeRoom_NeedsLock()
    {
        var oldest = _groups.Values.MinBy(counted => counted.Group.LastSeen)!;
        oldest.IsGone = true;
        _groups.Remove(oldest.Group.Id);
        _madeRoom++;
    }

    /// <summary>What is remembered of one exception object.</summary>
    private sealed class Sighting
    {
        public CountedGroup? Group { get; set; }

        /// <summary>Gets or sets the example it gave to its group, which may have a newer one by now.</summary>
        public ExceptionExample? Example { get; set; }

        public bool IsExample => Example is not null && ReferenceEquals(Group!.Group.Example, Example);

        public LookBudget.Place Later => field ??= new();
    }
}
