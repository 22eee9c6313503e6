using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Chooses the functions that have a history of their own: those that took most time of late.</summary>
/// <remarks>While there is room each new function has one. A function that is in counts double, so that two of like weight do not take turns.</remarks>
internal sealed class FunctionRanking(int most)
{
    /// <summary>Time between two choices, and from the moment that there is no more room to the first.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(15);

    private const double HoldsOn = 2;

    private HashSet<string> _own = new(StringComparer.Ordinal);
    private HashSet<string> _before = new(StringComparer.Ordinal);
    private Dictionary<string, double> _seconds = new(StringComparer.Ordinal);
    private DateTimeOffset? _next;

    /// <summary>Begins a tick.</summary>
    public void Begin(Snapshot snapshot)
    {
        _before = _own;
        if (_own.Count == most && snapshot.Time >= (_next ??= snapshot.Time + Period))
        {
            _own = Rank(snapshot);
            _next = snapshot.Time + Period;
        }

        foreach (var sample in snapshot.Find(FunctionInstruments.Active.Name)?.Samples ?? [])
        {
            if (_own.Count == most)
                break;

            // With room left, who is not in is new: it was never part of the rest.
            if (NameOf(sample) is { } name && _own.Add(name))
                _before.Add(name);
        }
    }

    /// <summary>Tells where a function's history is in this tick.</summary>
    public FunctionPlace PlaceOf(string function) => (_before.Contains(function), _own.Contains(function)) switch
    {
        (true, true) => FunctionPlace.Own,
        (true, false) => FunctionPlace.Leaves,
        (false, true) => FunctionPlace.Joins,
        _ => FunctionPlace.Rest,
    };

    private static string? NameOf(in Sample sample) =>
        sample.Series.Tags[FunctionInstruments.Function] is { } name && name != FunctionTable.Other ? name : null;

    private HashSet<string> Rank(Snapshot snapshot)
    {
        var now = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var sample in snapshot.Find(FunctionInstruments.Duration.Name)?.Samples ?? [])
        {
            if (NameOf(sample) is { } name)
                now[name] = sample.Histogram!.Sum;
        }

        var (before, earlier) = (_own, _seconds);
        _seconds = now;
        return now
            .OrderByDescending(function => Grown(function) * (before.Contains(function.Key) ? HoldsOn : 1))
            .ThenBy(function => function.Key, StringComparer.Ordinal)
            .Take(most)
            .Select(function => function.Key)
            .ToHashSet(StringComparer.Ordinal);

        // A function that came back after it had made room begins at zero.
        double Grown(KeyValuePair<string, double> function) =>
            earlier.GetValueOrDefault(function.Key) is var last && last <= function.Value ? function.Value - last : function.Value;
    }
}
