using System.Collections.Concurrent;

namespace MoniGo.Tracing;

/// <summary>All functions of one tracer by name, up to a limit; what finds no room counts as one.</summary>
/// <remarks>
/// Thread-safe; looking up a known name takes no lock. A function leaves in two steps, for a thread may be about to use what it has
/// just found: first it is closed, and whoever calls it before the end of a grace opens it again; then it is removed and its slot is free.
/// </remarks>
internal sealed class FunctionTable
{
    /// <summary>Name of the function that stands for all beyond the limit.</summary>
    public const string Other = "(other)";

    /// <summary>Longest name; longer ones are cut, and end in an ellipsis.</summary>
    public const int MaxNameLength = 256;

    private readonly ConcurrentDictionary<string, Function> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Function> _closed = new(StringComparer.Ordinal);
    private readonly Stack<int> _free = [];
    private readonly Lock _gate = new();
    private readonly FunctionTracer _tracer;
    private Function?[] _bySlot;
    private int _count = 1;
    private int _room;
    private int _refused;

    public FunctionTable(FunctionTracer tracer, int limit)
    {
        (_tracer, Limit, _room) = (tracer, limit, limit);
        Overflow = new Function(tracer, Other, slot: 0);
        _bySlot = [Overflow];
        _byName[Other] = Overflow;
    }

    /// <summary>Gets how many functions there may be beside the overflow.</summary>
    public int Limit { get; }

    /// <summary>Gets the function that stands for all beyond the limit; not counted against it.</summary>
    public Function Overflow { get; }

    /// <summary>Gets all functions by slot, also closed ones; null where a slot is free.</summary>
    public ReadOnlySpan<Function?> All
    {
        get
        {
            var count = Volatile.Read(ref _count);
            return Volatile.Read(ref _bySlot).AsSpan(0, count);
        }
    }

    /// <summary>Finds or adds a function; the answer may be one without room, which waits for it.</summary>
    public Function Find(string name)
    {
        name = Shorten(name);
        var function = Admit(name);
        return function == Overflow && name != Other ? new Function(Overflow, name) : function;
    }

    /// <summary>Finds the open function of a name, or null.</summary>
    public Function? TryFind(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Finds or adds the open function of a name, or gives the overflow where there is no room.</summary>
    public Function Admit(string name)
    {
        if (_byName.TryGetValue(name, out var function))
            return function;

        if (Volatile.Read(ref _room) > 0 || _closed.ContainsKey(name))
            return AddOrReopen(name);

        // How many exactly does not matter, so threads may overwrite each other.
        _refused++;
        return Overflow;
    }

    /// <summary>Gets the name of the function in a slot; null where there is none.</summary>
    public string? NameOf(int slot)
    {
        var all = All;
        return (uint)slot < (uint)all.Length ? all[slot]?.Name : null;
    }

    /// <summary>Takes about how many times a function found no room since this was last asked.</summary>
    public int TakeRefused() => Interlocked.Exchange(ref _refused, 0);

    /// <summary>Closes a function to callers; it still counts until it is removed.</summary>
    public void Close(Function function)
    {
        lock (_gate)
        {
            _closed[function.Name] = function;
            _byName.TryRemove(function.Name, out _);
            function.IsOpen = false;
        }
    }

    /// <summary>Removes a closed function and all its cells; false when somebody has opened it again.</summary>
    public bool TryRemove(Function function)
    {
        lock (_gate)
        {
            if (function.IsOpen)
                return false;

            _closed.TryRemove(function.Name, out _);
            _tracer.Slabs.RemoveCells(function.Slot);
            Volatile.Write(ref _bySlot[function.Slot], null);
            _free.Push(function.Slot);
            Volatile.Write(ref _room, _room + 1);
            return true;
        }
    }

    public static string Shorten(string name)
    {
        if (name.Length <= MaxNameLength)
            return name;

        var length = MaxNameLength - 1;
        return string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[length - 1]) ? length - 1 : length), "…");
    }

    private Function AddOrReopen(string name)
    {
        lock (_gate)
        {
            if (_byName.TryGetValue(name, out var function))
                return function;

            if (_closed.TryRemove(name, out function))
                function.IsOpen = true;
            else if (_room == 0)
                return Overflow;
            else
                function = Add_NeedsGate(name);

            _byName[name] = function;
            _tracer.Apply(function);
            return function;
        }
    }

    private Function Add_NeedsGate(string name)
    {
        if (!_free.TryPop(out var slot))
            slot = _count;

        if (slot == _bySlot.Length)
            Array.Resize(ref _bySlot, slot * 2);

        var function = new Function(_tracer, name, slot);
        Volatile.Write(ref _bySlot[slot], function);
        Volatile.Write(ref _count, Math.Max(_count, slot + 1));
        Volatile.Write(ref _room, _room - 1);
        return function;
    }
}
