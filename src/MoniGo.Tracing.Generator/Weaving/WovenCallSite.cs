using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoniGo.Tracing.Generator;

/// <summary>One call to be woven: which method, and where.</summary>
/// <param name="Method">What is called.</param>
/// <param name="Location">The place of the call.</param>
internal sealed record WovenCallSite(WovenMethod Method, CallLocation Location)
{
    /// <summary>Reads a call; null where it is of an untraced method, or cannot be woven.</summary>
    public static WovenCallSite? Read(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancel)
    {
        if (model.GetSymbolInfo(call, cancel).Symbol is not IMethodSymbol called)
            return null;

        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        if (TraceMark.Of(method) is not { } mark
            || Obstacle.Of(method, model.Compilation) is not null
            || CallObstacle.Of(call, model, cancel) is not null
            || CallLocation.Of(call, model, cancel) is not { } location)
            return null;

        return new(WovenMethod.Of(method, mark, model.Compilation), location);
    }
}
