using System.Diagnostics;
using System.Text;

namespace MoniGo.Tracing;

/// <summary>The frames from where an exception was thrown to the first of the application's own code.</summary>
/// <remarks>
/// These tell groups apart, and not the whole stack: in an exception filter the stack ends where the traced function does, so the whole
/// would differ with whoever looked first; and one fault reached over many callers is still one fault. These frames are the same for all,
/// since the thrown exception has passed them before anybody sees it. Code of .NET (<c>System.*</c>, <c>Microsoft.*</c>) is not the
/// application's; nor is a method that is named <c>Throw...</c>, which throws for others. Where no own code is found, the frames
/// that were looked at count, 20 at most.
/// </remarks>
internal static class ThrowSite
{
    private const int MostFrames = 20;

    // What stands between any two frames of asynchronous or reflective code, and says nothing about the fault.
    private static readonly string[] Plumbing =
    [
        "System.Runtime.ExceptionServices.", "System.Runtime.CompilerServices.", "System.Threading.Tasks.", "System.Threading.ExecutionContext",
        "System.Threading.ThreadPool", "System.Threading.PortableThreadPool", "System.Reflection.", "System.RuntimeMethodHandle", "System.RuntimeType",
        "System.ThrowHelper", "InvokeStub_",
    ];

    private static readonly string Own = typeof(ThrowSite).Assembly.GetName().Name!;

    /// <summary>Gives the frames, innermost first, one per line; empty for an exception that was never thrown.</summary>
    public static string Of(StackTrace stack)
    {
        var site = new StringBuilder();
        var frames = 0;
        for (var i = 0; i < stack.FrameCount && frames < MostFrames; i++)
        {
            if (stack.GetFrame(i) is not { } frame || DiagnosticMethodInfo.Create(frame) is not { } method || IsPlumbing(method))
                continue;

            frames++;
            site.Append(site.Length > 0 ? "\n" : "").Append(FrameNames.Of(method.DeclaringTypeName ?? "", method.Name));
            if (IsApplication(method))
                break;
        }

        return site.ToString();
    }

    private static bool IsPlumbing(DiagnosticMethodInfo method)
    {
        var type = method.DeclaringTypeName ?? "";
        return AssemblyOf(method).SequenceEqual(Own) || Array.Exists(Plumbing, start => type.StartsWith(start, StringComparison.Ordinal));
    }

    private static bool IsApplication(DiagnosticMethodInfo method)
    {
        var assembly = AssemblyOf(method);
        return !assembly.StartsWith("System.", StringComparison.Ordinal)
            && !assembly.StartsWith("Microsoft.", StringComparison.Ordinal)
            && !method.Name.StartsWith("Throw", StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> AssemblyOf(DiagnosticMethodInfo method)
    {
        var name = method.DeclaringAssemblyName.AsSpan(); // with version, culture and key
        return name.IndexOf(',') is >= 0 and var comma ? name[..comma] : name;
    }
}
