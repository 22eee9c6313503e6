using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>One line of a stack, taken apart.</summary>
/// <param name="Type">Namespace and type, with a dot at the end; empty when the line says none.</param>
/// <param name="Method">The method's own name, or the whole line where it is no frame.</param>
/// <param name="Rest">Parameters and place in the source.</param>
/// <param name="IsOwn">Whether it is the app's own, or a package's: not of .NET itself, nor of what times a call.</param>
internal readonly record struct StackFrame(string Type, string Method, string Rest, bool IsOwn)
{
    private const string Start = "at ";

    private static readonly string[] Platform = ["System.", "Microsoft.", "Interop.", "Internal.", "MoniGo.Tracing.", "MoniGo.Generated."];

    /// <summary>Takes the stack of a group's example apart, with its inner exceptions; that of the group where the example has none.</summary>
    public static IEnumerable<StackFrame> Of(ExceptionGroup group)
    {
        string[] example = [.. Lines(group.Example.Text).Where(line => line.StartsWith(Start, StringComparison.Ordinal) || IsMark(line))];
        return (example.Length > 0 ? example : Lines(group.Stack)).Select(Parse);
    }

    /// <summary>Takes a stack apart, frame by frame.</summary>
    public static IEnumerable<StackFrame> Split(string stack) => Lines(stack).Select(Parse);

    private static StackFrame Parse(string line)
    {
        var frame = line.StartsWith(Start, StringComparison.Ordinal) ? line[Start.Length..] : line;
        if (IsMark(frame))
            return new("", frame, "", IsOwn: false);

        var end = frame.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? open : frame.Length;
        var dot = frame.LastIndexOf('.', end - 1) + 1;
        return new(frame[..dot], frame[dot..end], frame[end..], !IsPlatform(frame));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Where an inner exception begins or ends, or a stack goes on elsewhere.
    private static bool IsMark(string line) => line.StartsWith("---", StringComparison.Ordinal);

    private static bool IsPlatform(string frame) => Array.Exists(Platform, start => frame.StartsWith(start, StringComparison.Ordinal));
}
