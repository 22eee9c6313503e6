using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MoniGo.Tracing.Generator;

/// <summary>Says which traced methods are there for others to call, whose calls cannot be woven: an override of a framework's method, an interface of the base library.</summary>
internal static class ForeignMessages
{
    public static void End(CompilationAnalysisContext context, TracedProgram program)
    {
        foreach (var method in program.Traced)
        {
            if (IsMarkedItself(method) && !FrameworkCalls.Make(method.ContainingType) && Foreign(method, program) is { } member)
                context.ReportDiagnostic(Diagnostic.Create(Rules.Foreign, method.Locations[0], SymbolNames.Of(method), SymbolNames.Of(member), member.ContainingAssembly.Name));
        }
    }

    private static bool IsMarkedItself(IMethodSymbol method) =>
        TraceMark.OfMethod(method) is not null && (method.OverriddenMethod is null || TraceMark.OfMethod(method.OverriddenMethod) is null);

    private static IMethodSymbol? Foreign(IMethodSymbol method, TracedProgram program)
    {
        for (var one = method.OverriddenMethod; one is not null; one = one.OverriddenMethod)
        {
            if (!TraceMark.MayHold(one.ContainingAssembly))
                return one.OriginalDefinition;
        }

        return ImplementationMessages.Implemented(method)
            .Where(member => !TraceMark.MayHold(member.ContainingAssembly) && !program.Decorated.ContainsKey(member.ContainingType.OriginalDefinition))
            .Select(member => member.OriginalDefinition as IMethodSymbol)
            .FirstOrDefault();
    }
}
