namespace MoniGo.Query;

/// <summary>One line of a stack, taken apart.</summary>
/// <param name="Type">Namespace and type, with a dot at the end; empty when the line says none.</param>
/// <param name="Method">The method's own name, or the whole line where it is no frame.</param>
/// <param name="Rest">Parameters and place in the source.</param>
/// <param name="IsOwn">Whether it is the app's own, or a package's: not of .NET itself.</param>
internal readonly record struct StackFrame(string Type, string Method, string Rest, bool IsOwn)
{
    private const string Start = "at ";

    private static readonly string[] Platform = ["System.", "Microsoft.", "Interop.", "Internal."];

    /// <summary>Takes a stack apart, frame by frame.</summary>
    public static IEnumerable<StackFrame> Split(string stack) =>
        from line in stack.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select Parse(line);

    private static StackFrame Parse(string line)
    {
        var frame = line.StartsWith(Start, StringComparison.Ordinal) ? line[Start.Length..] : line;
        var end = frame.IndexOf('(', StringComparison.Ordinal);
        if (end <= 0)
            return new("", frame, "", IsOwn: !IsPlatform(frame) && !frame.StartsWith("---", StringComparison.Ordinal));

        var dot = frame.LastIndexOf('.', end - 1) + 1;
        return new(frame[..dot], frame[dot..end], frame[end..], !IsPlatform(frame));
    }

    private static bool IsPlatform(string frame) => Array.Exists(Platform, start => frame.StartsWith(start, StringComparison.Ordinal));
}
