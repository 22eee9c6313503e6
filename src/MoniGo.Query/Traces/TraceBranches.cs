using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Who called whom in one trace: each span's children, with those of unknown parents under the root.</summary>
internal sealed class TraceBranches
{
    private readonly Dictionary<string, Span> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Span>> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Span> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _adopted = new(StringComparer.Ordinal);

    private TraceBranches(Span root) => Root = root;

    /// <summary>Gets the earliest span whose parent is not kept.</summary>
    public Span Root { get; }

    /// <summary>Gets the number of spans.</summary>
    public int Count => _byId.Count;

    /// <summary>Gets how many of them ended with an exception.</summary>
    public int Failed => _byId.Values.Count(span => span.Error is not null);

    /// <summary>Ties the spans of a trace together.</summary>
    public static TraceBranches Of(IReadOnlyList<Span> spans)
    {
        // A parent begins no later than its child, and is longer where both begin at once.
        List<Span> inOrder = [.. spans.DistinctBy(span => span.SpanId).OrderBy(span => span.Start).ThenByDescending(span => span.Duration)];
        var ids = inOrder.ToDictionary(span => span.SpanId, StringComparer.Ordinal);
        var branches = new TraceBranches(inOrder.Find(span => ParentOf(span, ids) is null) ?? inOrder[0]);
        foreach (var span in inOrder)
            branches.Add(span, ids);

        return branches;
    }

    /// <summary>Chooses the spans worth showing: failed ones, then the longest, with all that lead to them.</summary>
    public HashSet<string> Choose(int most)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal) { Root.SpanId };
        foreach (var span in _byId.Values.OrderByDescending(span => span.Error is not null).ThenByDescending(span => span.Duration))
        {
            List<string> path = [.. PathTo(span).TakeWhile(id => !chosen.Contains(id))];
            if (chosen.Count + path.Count <= most)
                chosen.UnionWith(path);
        }

        return chosen;
    }

    /// <summary>Gives the chosen spans, each followed by those it called.</summary>
    public IEnumerable<TraceRow> Walk(HashSet<string> chosen)
    {
        var open = new Stack<(Span Span, int Depth)>([(Root, 0)]);
        while (open.TryPop(out var next))
        {
            var children = ChildrenOf(next.Span);
            yield return new(next.Span, next.Depth)
            {
                IsAdopted = _adopted.Contains(next.Span.SpanId),
                Own = OwnTime.Of(next.Span, children),
                Hidden = children.Where(child => !chosen.Contains(child.SpanId)).Sum(CountFrom),
            };
            for (var i = children.Count - 1; i >= 0; i--)
            {
                if (chosen.Contains(children[i].SpanId))
                    open.Push((children[i], next.Depth + 1));
            }
        }
    }

    private void Add(Span span, Dictionary<string, Span> ids)
    {
        _byId.Add(span.SpanId, span);
        if (ReferenceEquals(span, Root))
            return;

        // Parents are taken as they come, so a circle of them, which only a broken sender makes, is cut where it would close.
        var parent = ParentOf(span, ids);
        if (parent is null || Leads(parent, span))
        {
            parent = Root;
            _adopted.Add(span.SpanId);
        }

        _parents.Add(span.SpanId, parent);
        if (!_children.TryGetValue(parent.SpanId, out var children))
            _children.Add(parent.SpanId, children = []);

        children.Add(span);
    }

    private bool Leads(Span parent, Span to) => PathTo(parent).Contains(to.SpanId, StringComparer.Ordinal);

    private IEnumerable<string> PathTo(Span span)
    {
        for (var at = span; at is not null; at = _parents.GetValueOrDefault(at.SpanId))
            yield return at.SpanId;
    }

    private int CountFrom(Span span)
    {
        var (count, open) = (0, new Stack<Span>([span]));
        while (open.TryPop(out var next))
        {
            count++;
            foreach (var child in ChildrenOf(next))
                open.Push(child);
        }

        return count;
    }

    private List<Span> ChildrenOf(Span span) => _children.GetValueOrDefault(span.SpanId) ?? [];

    private static Span? ParentOf(Span span, Dictionary<string, Span> ids) =>
        span.ParentId is { } id && ids.TryGetValue(id, out var parent) && !ReferenceEquals(parent, span) ? parent : null;
}
