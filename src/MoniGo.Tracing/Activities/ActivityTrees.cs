using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>Holds the stopped activities of each local trace until its root stops, which decides about all of them.</summary>
/// <remarks>Thread-safe; a short lock. Bounded by traces, by activities of one trace and by age; what does not fit is dropped and counted.</remarks>
internal sealed class ActivityTrees(TimeProvider time)
{
    /// <summary>Traces held at most.</summary>
    public const int MostTraces = 500;

    /// <summary>Activities held of one trace.</summary>
    public const int MostOfOne = 100;

    // A root that never stops, such as one that is lost, must not hold its trace for ever.
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<Activity, Tree> _trees = new(ReferenceEqualityComparer.Instance);
    private long _dropped;

    /// <summary>Gets the number of activities that did not fit or grew too old.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Holds a stopped activity until its root stops.</summary>
    public void Hold(Activity root, PendingActivity stopped)
    {
        lock (_gate)
        {
            if (!_trees.TryGetValue(root, out var tree) && _trees.Count < MostTraces)
                _trees.Add(root, tree = new([], time.GetTimestamp()));

            if (tree is { Stopped.Count: < MostOfOne })
                tree.Stopped.Add(stopped);
            else
                CountDropped();
        }
    }

    /// <summary>Counts one more that was dropped.</summary>
    public void CountDropped() => Interlocked.Increment(ref _dropped);

    /// <summary>Gives what is held below a root, in the order it stopped, and lets go of it.</summary>
    public IReadOnlyList<PendingActivity> Take(Activity root)
    {
        lock (_gate)
            return _trees.Remove(root, out var tree) ? tree.Stopped : [];
    }

    /// <summary>Drops the traces whose root has not stopped for too long.</summary>
    public void DropOld()
    {
        lock (_gate)
        {
            foreach (var (root, tree) in _trees)
            {
                if (time.GetElapsedTime(tree.Since) <= MostAge)
                    continue;

                Interlocked.Add(ref _dropped, tree.Stopped.Count);
                _trees.Remove(root); // allowed while enumerating
            }
        }
    }

    private sealed record Tree(List<PendingActivity> Stopped, long Since);
}
