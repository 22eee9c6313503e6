using System.Runtime.CompilerServices;

namespace MoniGo.Tracing;

/// <summary>Remembers, for one thread, which function a name led to; compares references, so it suits literals.</summary>
/// <remarks>Two ways in each of 64 sets. A miss is no harm: the tracer's dictionary answers, some 20 ns later.</remarks>
internal sealed class NameCache
{
    /// <summary>Bytes that one cache holds.</summary>
    public const int Bytes = 40 + (Entries * 16);

    private const int Entries = 128;

    private readonly Entry[] _entries = new Entry[Entries];

    public Function? Find(string name)
    {
        var entries = _entries;
        var first = RuntimeHelpers.GetHashCode(name) & (Entries - 2);
        if ((uint)first + 1 >= (uint)entries.Length)
            return null;

        return ReferenceEquals(entries[first].Name, name) ? entries[first].Function
            : ReferenceEquals(entries[first + 1].Name, name) ? entries[first + 1].Function
            : null;
    }

    public void Remember(string name, Function function)
    {
        // The newest goes first and pushes the older one to the second way.
        var first = RuntimeHelpers.GetHashCode(name) & (Entries - 2);
        _entries[first + 1] = _entries[first];
        _entries[first] = new(name, function);
    }

    /// <summary>Forgets all names, so that the functions and their tracer can go.</summary>
    public void Clear() => Array.Clear(_entries);

    private readonly record struct Entry(string Name, Function Function);
}
