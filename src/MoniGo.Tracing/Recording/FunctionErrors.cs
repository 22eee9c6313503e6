using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace MoniGo.Tracing;

/// <summary>Counts the exceptions that ended a function's calls, by type.</summary>
/// <remarks>
/// Thread-safe. Keeps type names, never exceptions or types, so it pins nothing. An exception costs microseconds anyway; a dictionary does.
/// </remarks>
internal sealed class FunctionErrors
{
    /// <summary>Types told apart per function; any further one counts as <see cref="FunctionTable.Other"/>.</summary>
    public const int MaxTypes = 32;

    private ConcurrentDictionary<string, StrongBox<long>>? _byType;

    /// <summary>Gets the counts by type name.</summary>
    public IEnumerable<KeyValuePair<string, long>> Counts =>
        _byType?.Select(pair => KeyValuePair.Create(pair.Key, Volatile.Read(ref pair.Value.Value))) ?? [];

    public bool IsEmpty => _byType is null;

    /// <summary>Gets the name that an exception is counted under.</summary>
    public static string NameOf(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;

    /// <summary>Counts a failure under a name: a type's, or that of a status.</summary>
    public void Count(string name)
    {
        var byType = LazyInitializer.EnsureInitialized(
            ref _byType, static () => new(concurrencyLevel: 1, capacity: 1, StringComparer.Ordinal));
        if (!byType.TryGetValue(name, out var count))
            count = byType.GetOrAdd(byType.Count < MaxTypes ? name : FunctionTable.Other, static _ => new());

        Interlocked.Increment(ref count.Value);
    }
}
