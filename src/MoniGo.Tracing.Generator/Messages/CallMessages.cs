using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MoniGo.Tracing.Generator;

/// <summary>Asks of each call of a traced method whether it was intercepted, and says why where it was not.</summary>
internal static class CallMessages
{
    public static void Look(OperationAnalysisContext context, TracedProgram program)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsOurs(context.ContainingSymbol))
            return;

        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (DecoratedService.IsRegistration(method))
            RegistrationMessages.Look(context, call, program);
        else if (TraceMark.Of(method) is not null)
            LookAtTraced(context, call, method, program);
        else if (IsPolymorphic(method) && TraceMark.MayHold(method.ContainingAssembly))
            program.PolymorphicCalls.Enqueue((method, call.Syntax.GetLocation()));
    }

    /// <summary>Looks at a call whose method is chosen when it runs.</summary>
    public static void LookAtDynamic(OperationAnalysisContext context)
    {
        if (context.Operation.Syntax is not InvocationExpressionSyntax syntax)
            return;

        var candidates = context.Operation.SemanticModel!.GetMemberGroup(syntax.Expression, context.CancellationToken);
        if (candidates.OfType<IMethodSymbol>().FirstOrDefault(one => TraceMark.Of((one.ReducedFrom ?? one).OriginalDefinition) is not null) is { } method)
            Report(context, method, "which method a dynamic call means is known only when it runs");
    }

    /// <summary>Says, once for a project, that the compiler takes none of our interceptors.</summary>
    public static void ReportThatInterceptionIsOff(OperationAnalysisContext context, TracedProgram program)
    {
        if (program.MaySayThatInterceptionIsOff)
            context.ReportDiagnostic(Diagnostic.Create(Rules.InterceptionOff, Location.None));
    }

    private static void LookAtTraced(OperationAnalysisContext context, IInvocationOperation call, IMethodSymbol method, TracedProgram program)
    {
        if (call.Syntax is not InvocationExpressionSyntax syntax)
        {
            Report(context, method, "the compiler makes it of another expression");
            return;
        }

        var model = call.SemanticModel!;
        if (model.GetInterceptorMethod(syntax, context.CancellationToken) is not null || IsSaidElsewhere(context, syntax, method))
            return;

        if ((Obstacle.Of(method, context.Compilation)?.Reason ?? CallObstacle.Of(syntax, model, context.CancellationToken)) is { } reason)
            Report(context, method, reason);
        else if (!Interception.IsOn(syntax.SyntaxTree.Options))
            ReportThatInterceptionIsOff(context, program);
        else
            Report(context, method, "it stands in code that another generator wrote, or in a form that cannot be intercepted");
    }

    // The declaration has a message already; and an override that calls its base is counted in the call that reached it.
    private static bool IsSaidElsewhere(OperationAnalysisContext context, InvocationExpressionSyntax syntax, IMethodSymbol method)
    {
        if (syntax.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } && Overrides(context.ContainingSymbol, method))
            return true;

        return method.MethodKind != MethodKind.LocalFunction
            && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly)
            && Obstacle.Of(method, context.Compilation) is not null;
    }

    private static bool Overrides(ISymbol caller, IMethodSymbol method)
    {
        for (var one = (caller as IMethodSymbol)?.OverriddenMethod; one is not null; one = one.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, method))
                return true;
        }

        return false;
    }

    private static bool IsPolymorphic(IMethodSymbol method) => method.IsVirtual || method.IsAbstract || method.IsOverride;

    private static bool IsOurs(ISymbol? symbol) => symbol?.ContainingNamespace?.ToDisplayString() == GeneratedCode.Namespace;

    private static void Report(OperationAnalysisContext context, IMethodSymbol method, string reason) =>
        context.ReportDiagnostic(Diagnostic.Create(Rules.Call, context.Operation.Syntax.GetLocation(), method.Name, reason));
}
