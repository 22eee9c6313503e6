using System.Globalization;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>MoniGo's 27 memory records, name by name with what each is in .NET.</summary>
internal sealed class MemoryRecords
{
    private const double Kibibyte = 1024;

    // In MoniGo's order. A name without a description has no equivalent; MoniGoFields.Missing says why.
    private static readonly (string Name, string? Description)[] All =
    [
        ("alloc", "Managed heap after its last collection."),
        ("total_alloc", "Bytes allocated on the managed heap since the start."),
        ("sys", "Physical memory of the process."),
        ("lookups", null),
        ("mallocs", null),
        ("frees", null),
        ("heap_alloc", "Managed heap after its last collection."),
        ("heap_sys", "Memory that the collector has committed."),
        ("heap_idle", "Committed memory that no object uses."),
        ("heap_inuse", "Managed heap after its last collection."),
        ("heap_released", null),
        ("heap_objects", null),
        ("stack_inuse", null),
        ("stack_sys", null),
        ("m_span_inuse", null),
        ("m_span_sys", null),
        ("m_cache_inuse", null),
        ("m_cache_sys", null),
        ("buck_hash_sys", null),
        ("gc_sys", null),
        ("other_sys", null),
        ("next_gc", null),
        ("last_gc", null),
        ("pause_total_ns", "Time the collector paused the process since the start."),
        ("num_gc", "Collections of all generations since the start."),
        ("num_forced_gc", null),
        ("gc_cpu_fraction", "Share of the process's life that the collector paused it."),
    ];

    /// <summary>Reads the records of a snapshot.</summary>
    public MemoryRecords(MoniGoFields fields, Snapshot latest, Snapshot? previous)
    {
        var values = FieldHistory.Latest(fields.Find(All.Select(static one => one.Name)), latest, previous)
            .Values.ToDictionary(static pair => pair.Key.Name, StringComparer.Ordinal);
        Readable = Array.ConvertAll(All, one => Describe(one.Name, one.Description, values));
        Raw = Array.ConvertAll(All, one => values.TryGetValue(one.Name, out var read)
            ? new RawMemoryRecord(one.Name, read.Value, Available: true)
            : new RawMemoryRecord(one.Name, 0, Available: false));
    }

    /// <summary>Gets the records with descriptions, bytes in the largest unit that fits.</summary>
    public IReadOnlyList<MemoryRecord> Readable { get; }

    /// <summary>Gets the records as bare numbers, bytes as KiB.</summary>
    public IReadOnlyList<RawMemoryRecord> Raw { get; }

    private static MemoryRecord Describe(string name, string? description, Dictionary<string, KeyValuePair<MoniGoField, double>> values)
    {
        if (!values.TryGetValue(name, out var read))
            return new(name, description ?? MoniGoFields.Missing.GetValueOrDefault(name, ""), 0, "", Available: false);

        if (read.Key.Unit is not "KiB")
            return new(name, description ?? "", read.Value, read.Key.Unit, Available: true);

        var text = ReadableText.Bytes(read.Value * Kibibyte).Split(' ');
        return new(name, description ?? "", double.Parse(text[0], CultureInfo.InvariantCulture), text[1], Available: true);
    }
}
