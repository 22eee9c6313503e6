using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MoniGo.Tracing.Generator;

/// <summary>Says where a traced method becomes a delegate, through which its calls are not seen.</summary>
internal static class DelegateMessages
{
    public static void Look(OperationAnalysisContext context, TracedProgram program)
    {
        var group = (IMethodReferenceOperation)context.Operation;
        if (group.Parent is not (IDelegateCreationOperation or IAddressOfOperation))
            return;

        var method = (group.Method.ReducedFrom ?? group.Method).OriginalDefinition;
        if (FrameworkCalls.IsHandler(group))
            program.Handlers[method] = true;
        else if (TraceMark.Of(method) is not null && CanBeWoven(method, context.Compilation))
            context.ReportDiagnostic(Diagnostic.Create(Rules.Delegate, group.Syntax.GetLocation(), method.Name));
    }

    // What cannot be woven at all has its own message; a local function cannot either, but only its calls tell.
    private static bool CanBeWoven(IMethodSymbol method, Compilation compilation) =>
        method.MethodKind == MethodKind.LocalFunction || Obstacle.Of(method, compilation) is null;
}
