using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MoniGo.Tracing.Generator;

/// <summary>Says which traced methods of a program cannot be woven.</summary>
internal static class DeclarationMessages
{
    public static void Look(SymbolAnalysisContext context, TracedProgram program)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
        {
            if (TraceMark.OfMethod(method) is not null)
                context.ReportDiagnostic(Diagnostic.Create(Rules.NotAMethod, method.Locations[0], method.Name));
            return;
        }

        if (TraceMark.Of(method) is null)
            return;

        program.Traced.Enqueue(method);
        if (Obstacle.Of(method, context.Compilation) is { } obstacle && !FrameworkCalls.Make(method.ContainingType) && !IsCalledByItsInterface(method, obstacle))
            program.Unweavable.Enqueue((method, obstacle));
    }

    /// <summary>Reports what no handler of an endpoint is: the host times those.</summary>
    public static void End(CompilationAnalysisContext context, TracedProgram program)
    {
        foreach (var (method, obstacle) in program.Unweavable)
        {
            if (!program.Handlers.ContainsKey(method))
                context.ReportDiagnostic(Diagnostic.Create(RuleOf(obstacle.Kind), method.Locations[0], SymbolNames.Of(method), obstacle.Reason));
        }
    }

    // Whether those calls are counted is seen where they stand.
    private static bool IsCalledByItsInterface(IMethodSymbol method, Obstacle obstacle) =>
        method.MethodKind == MethodKind.ExplicitInterfaceImplementation && obstacle.Kind == ObstacleKind.OutOfReach;

    private static DiagnosticDescriptor RuleOf(ObstacleKind kind) => kind switch
    {
        ObstacleKind.Iterator => Rules.Iterator,
        ObstacleKind.AsyncVoid => Rules.AsyncVoid,
        _ => Rules.OutOfReach,
    };
}
