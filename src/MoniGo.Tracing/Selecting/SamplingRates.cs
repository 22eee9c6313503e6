using System.Collections.Concurrent;

namespace MoniGo.Tracing;

/// <summary>How often calls are sampled: one rate for all, and other ones for single functions.</summary>
/// <remarks>Thread-safe. Outlives the functions, so that one that was evicted has its own rate when it comes back.</remarks>
internal sealed class SamplingRates
{
    /// <summary>Functions with a rate of their own; further ones lose theirs on eviction.</summary>
    public const int MaxOwn = 10_000;

    private readonly ConcurrentDictionary<string, int> _own = new(StringComparer.Ordinal);

    public int Of(string name, int common) => _own.IsEmpty ? common : _own.GetValueOrDefault(name, common);

    public void Set(string name, int rate)
    {
        if (_own.Count < MaxOwn || _own.ContainsKey(name))
            _own[name] = rate;
    }

    public void Clear() => _own.Clear();
}
