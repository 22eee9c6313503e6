using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoniGo.Tracing.Generator;

/// <summary>Tells what the compiler makes of a method's body, from its source or from what it left in the metadata.</summary>
internal static class Bodies
{
    /// <summary>Gets whether the body runs while its result is read, not while it is called.</summary>
    public static bool IsIterator(IMethodSymbol method) =>
        Has(method, "IteratorStateMachineAttribute") || Has(method, "AsyncIteratorStateMachineAttribute") || Yields(method);

    public static bool IsAsyncVoid(IMethodSymbol method) =>
        method.ReturnsVoid && (method.IsAsync || Has(method, "AsyncStateMachineAttribute"));

    /// <summary>Gets whether an attribute of the base library stands on it.</summary>
    public static bool Has(IMethodSymbol method, string attribute) =>
        method.GetAttributes().Any(one => one.AttributeClass?.Name == attribute);

    private static bool Yields(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
            .Any(reference => reference.GetSyntax() is { } declaration && declaration.DescendantNodes(BelongsToTheBody).OfType<YieldStatementSyntax>().Any());

    private static bool BelongsToTheBody(SyntaxNode node) => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
}
