using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MoniGo.Tracing.Generator;

/// <summary>Says which calls of <c>AddMoniGoTraced</c> have no decorator, or one that times nothing.</summary>
internal static class RegistrationMessages
{
    public static void Look(OperationAnalysisContext context, IInvocationOperation call, TracedProgram program)
    {
        var (service, implementation) = (call.TargetMethod.TypeArguments[0], call.TargetMethod.TypeArguments[1]);
        if ((DecoratorObstacle.Of(service, implementation, context.Compilation) ?? OfCall(context, call, program)) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.Service, call.Syntax.GetLocation(), reason));
            return;
        }

        var decorated = (INamedTypeSymbol)service;
        foreach (var one in decorated.AllInterfaces.Append(decorated))
            program.Decorated[one.OriginalDefinition] = true;
        if (!TimesAnything(decorated, (INamedTypeSymbol)implementation))
            context.ReportDiagnostic(Diagnostic.Create(Rules.NothingTraced, call.Syntax.GetLocation(), service.Name, implementation.Name));
    }

    private static string? OfCall(OperationAnalysisContext context, IInvocationOperation call, TracedProgram program)
    {
        if (call.Syntax is InvocationExpressionSyntax syntax && call.SemanticModel!.GetInterceptorMethod(syntax, context.CancellationToken) is not null)
            return null;

        if (Interception.IsOn(call.Syntax.SyntaxTree.Options))
            return "the call stands in code that another generator wrote, or in a form that cannot be intercepted";

        CallMessages.ReportThatInterceptionIsOff(context, program);
        return null;
    }

    private static bool TimesAnything(INamedTypeSymbol service, INamedTypeSymbol implementation) =>
        InterfaceMembers.Of(service).OfType<IMethodSymbol>().Any(method => DecoratedMethod.FunctionOf(method, implementation) is not null);
}
