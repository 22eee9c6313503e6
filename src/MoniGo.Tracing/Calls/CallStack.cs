namespace MoniGo.Tracing;

/// <summary>The calls that one thread is in, outermost first, each with the time of those it called.</summary>
/// <remarks>
/// Only its thread writes; readers look without stopping it. A frame's start is written after its function and before the depth that shows
/// it, so two equal readings of a frame, between two of a depth that shows it, are of one call.
/// </remarks>
internal struct CallStack()
{
    /// <summary>Frames kept; calls nested deeper are counted without own time.</summary>
    public const int MaxDepth = 64;

    /// <summary>Bytes that one stack holds beyond its slab.</summary>
    public const int Bytes = 24 + (MaxDepth * 24);

    /// <summary>Stands for the time of nested calls where nobody knows it.</summary>
    public const long Unknown = -1;

    private readonly Frame[] _frames = new Frame[MaxDepth];
    private int _depth;

    /// <summary>Gets the number of frames that a reader may ask for.</summary>
    public readonly int Depth => Math.Min(Volatile.Read(in _depth), MaxDepth);

    /// <summary>Puts a call on top and gives the depth to take it off at.</summary>
    public int Push(int function, long start)
    {
        var depth = _depth;
        var frames = _frames;
        if ((uint)depth < (uint)frames.Length)
        {
            ref var frame = ref frames[depth];
            (frame.Function, frame.Nested) = (function, 0);
            Volatile.Write(ref frame.Start, start);
        }

        Volatile.Write(ref _depth, depth + 1);
        return depth;
    }

    /// <summary>Takes a call off, adds its time to its caller's, and gives the time of the calls it made.</summary>
    public long Pop(int depth, long duration)
    {
        // An exception filter may end an outer call before the inner ones are unwound: then there is nothing to take off any more.
        if (_depth > depth)
            Volatile.Write(ref _depth, depth);

        var frames = _frames;
        if ((uint)(depth - 1) < (uint)frames.Length)
            frames[depth - 1].Nested += duration;

        return (uint)depth < (uint)frames.Length ? frames[depth].Nested : Unknown;
    }

    /// <summary>Gets the function of the frame below a depth; -1 when there is none. For the owner only.</summary>
    public readonly int CallerAt(int depth) => (uint)(depth - 1) < MaxDepth ? _frames[depth - 1].Function : -1;

    /// <summary>Gets the depth that the next call would have. For the owner only.</summary>
    public readonly int Top => _depth;

    /// <summary>Reads a frame from any thread; false when its call ended meanwhile.</summary>
    public readonly bool TryRead(int depth, out int function, out long start)
    {
        ref var frame = ref _frames[depth];
        function = Volatile.Read(ref frame.Function);
        start = Volatile.Read(ref frame.Start);
        return function == Volatile.Read(ref frame.Function) && start == Volatile.Read(ref frame.Start) && Depth > depth;
    }

    private struct Frame
    {
        public int Function;
        public long Start;
        public long Nested;
    }
}
