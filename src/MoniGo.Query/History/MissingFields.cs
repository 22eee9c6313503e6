using System.Collections.Frozen;

namespace MoniGo.Query;

/// <summary>The fields of MoniGo that have no counterpart in .NET, with the reason, for the API and the documentation.</summary>
internal static class MissingFields
{
    private const string Spans = "Go's allocator keeps memory in spans and per-processor caches; the .NET collector has no such parts.";
    private const string Objects = "The .NET collector counts bytes, not objects.";
    private const string Stacks = ".NET keeps stacks in memory of the operating system's threads and does not publish their size.";
    private const string Internals = "The .NET runtime does not publish the memory of its own structures.";
    private const string Pacing = "The .NET collector does not publish when it last ran or plans to run.";

    /// <summary>Gets the reason by field name.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["stack_memory_usage"] = Stacks,
        ["stack_inuse"] = Stacks,
        ["stack_sys"] = Stacks,
        ["lookups"] = "Go itself no longer counts pointer lookups.",
        ["mallocs"] = Objects,
        ["frees"] = Objects,
        ["heap_objects"] = Objects,
        ["heap_released"] = "The .NET collector does not publish what it gave back to the operating system.",
        ["m_span_inuse"] = Spans,
        ["m_span_sys"] = Spans,
        ["m_cache_inuse"] = Spans,
        ["m_cache_sys"] = Spans,
        ["buck_hash_sys"] = Internals,
        ["gc_sys"] = Internals,
        ["other_sys"] = Internals,
        ["next_gc"] = Pacing,
        ["last_gc"] = Pacing,
        ["num_forced_gc"] = "The .NET runtime does not tell collections that code asked for from others.",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
