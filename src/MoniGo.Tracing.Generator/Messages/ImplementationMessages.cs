using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MoniGo.Tracing.Generator;

/// <summary>Says which calls reach a traced method through an interface or a base that does not carry the attribute.</summary>
internal static class ImplementationMessages
{
    public static void End(CompilationAnalysisContext context, TracedProgram program)
    {
        var reached = Reached(program);
        foreach (var (method, place) in program.PolymorphicCalls)
        {
            if (reached.TryGetValue(method, out var traced) && !program.Decorated.ContainsKey(method.ContainingType.OriginalDefinition))
                context.ReportDiagnostic(Diagnostic.Create(Rules.Implementation, place, SymbolNames.Of(traced), SymbolNames.Of(method)));
        }
    }

    /// <summary>Gathers by what else each traced method can be called.</summary>
    private static Dictionary<ISymbol, IMethodSymbol> Reached(TracedProgram program)
    {
        var reached = new Dictionary<ISymbol, IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var traced in program.Traced.Where(one => !one.IsStatic && one.ContainingType.TypeKind != TypeKind.Interface))
        {
            for (var one = traced.OverriddenMethod; one is not null; one = one.OverriddenMethod)
                reached[one.OriginalDefinition] = traced;
            foreach (var member in Implemented(traced))
                reached[member.OriginalDefinition] = traced;
        }

        return reached;
    }

    private static IEnumerable<ISymbol> Implemented(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces
            .SelectMany(one => one.GetMembers())
            .Where(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
