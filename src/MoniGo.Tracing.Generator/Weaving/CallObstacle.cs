using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MoniGo.Tracing.Generator;

/// <summary>What keeps one call of a method that could be woven from being woven.</summary>
internal static class CallObstacle
{
    /// <summary>Finds the reason, in words that follow "because"; null where there is none.</summary>
    public static string? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancel)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax })
            return "a call of 'base' cannot be intercepted";

        var operation = model.GetOperation(call, cancel);
        if (operation is IInvocationOperation { Instance.Type: ITypeParameterSymbol parameter })
            return $"it is called through the type parameter '{parameter.Name}'";

        return IsInExpressionTree(operation) ? "it stands in an expression tree, which is data" : null;
    }

    private static bool IsInExpressionTree(IOperation? operation)
    {
        for (var one = operation; one is not null; one = one.Parent)
        {
            if (one is IAnonymousFunctionOperation && one.Parent?.Type is { Name: "Expression", ContainingNamespace.Name: "Expressions" })
                return true;
        }

        return false;
    }
}
