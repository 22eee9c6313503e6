using System.Collections.Concurrent;

namespace MoniGo.Tracing;

/// <summary>All functions of one tracer by name, up to a limit; what comes later shares one entry.</summary>
/// <remarks>Thread-safe; looking up a known name takes no lock.</remarks>
internal sealed class FunctionTable
{
    /// <summary>Name of the function that stands for all beyond the limit.</summary>
    public const string Other = "(other)";

    /// <summary>Longest name; longer ones are cut, and end in an ellipsis.</summary>
    public const int MaxNameLength = 256;

    private readonly ConcurrentDictionary<string, Function> _byName = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly FunctionTracer _tracer;
    private readonly int _limit;
    private Function[] _byId;
    private int _count = 1;

    public FunctionTable(FunctionTracer tracer, int limit)
    {
        (_tracer, _limit) = (tracer, limit);
        Overflow = new Function(tracer, id: 0, Other);
        _byId = [Overflow];
        _byName[Other] = Overflow;
    }

    /// <summary>Gets the function that stands for all beyond the limit; not counted against it.</summary>
    public Function Overflow { get; }

    /// <summary>Gets all functions in the order of their ids.</summary>
    public ReadOnlySpan<Function> All
    {
        get
        {
            var count = Volatile.Read(ref _count);
            return Volatile.Read(ref _byId).AsSpan(0, count);
        }
    }

    public Function Find(string name)
    {
        name = Shorten(name);
        if (_byName.TryGetValue(name, out var function))
            return function;

        return Volatile.Read(ref _count) > _limit ? Overflow : Add(name);
    }

    private static string Shorten(string name)
    {
        if (name.Length <= MaxNameLength)
            return name;

        var length = MaxNameLength - 1;
        return string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[length - 1]) ? length - 1 : length), "…");
    }

    private Function Add(string name)
    {
        lock (_gate)
        {
            if (_byName.TryGetValue(name, out var function))
                return function;

            if (_count > _limit)
                return Overflow;

            if (_count == _byId.Length)
                Array.Resize(ref _byId, _count * 2);

            function = new Function(_tracer, _count, name);
            _byId[_count] = function;
            Volatile.Write(ref _count, _count + 1);
            _byName[name] = function;
            return function;
        }
    }
}
