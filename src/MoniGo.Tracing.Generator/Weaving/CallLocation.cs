using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoniGo.Tracing.Generator;

/// <summary>The place of a call, in the compiler's terms and for a reader.</summary>
/// <param name="Version">Version of <paramref name="Data"/>.</param>
/// <param name="Data">The compiler's own words for the place.</param>
/// <param name="Display">File, without its folder, and line.</param>
internal sealed record CallLocation(int Version, string Data, string Display)
{
    /// <summary>The attribute that intercepts the call.</summary>
    public string Attribute => $"[global::System.Runtime.CompilerServices.InterceptsLocation({Version}, \"{Data}\")] // {Display}";

    /// <summary>Finds the place; null where the call's form cannot be intercepted.</summary>
    public static CallLocation? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancel)
    {
        if (model.GetInterceptableLocation(call, cancel) is not { } location)
            return null;

        var file = call.SyntaxTree.FilePath;
        var line = call.SyntaxTree.GetLineSpan(call.Span, cancel).StartLinePosition.Line + 1;
        return new(location.Version, location.Data, $"{file.Substring(file.LastIndexOfAny(['/', '\\']) + 1)}({line})");
    }
}
