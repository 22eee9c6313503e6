using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoniGo.Tracing.Generator;

/// <summary>One call of <c>AddMoniGoTraced</c>, in the words of the code that takes its place; holds no symbol, so that it can be cached.</summary>
/// <param name="Service">The interface.</param>
/// <param name="Implementation">The class behind it.</param>
/// <param name="Members">The members of the decorator.</param>
/// <param name="Location">The place of the call.</param>
internal sealed record DecoratedService(string Service, string Implementation, string Members, CallLocation Location)
{
    /// <summary>The method that registers one.</summary>
    public const string Registration = "AddMoniGoTraced";

    /// <summary>Reads a call; null where it is of another method, or cannot be woven.</summary>
    public static DecoratedService? Read(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancel)
    {
        if (model.GetSymbolInfo(call, cancel).Symbol is not IMethodSymbol method
            || !IsRegistration(method)
            || DecoratorObstacle.Of(method.TypeArguments[0], method.TypeArguments[1], model.Compilation) is not null
            || CallLocation.Of(call, model, cancel) is not { } location)
            return null;

        var (service, implementation) = ((INamedTypeSymbol)method.TypeArguments[0], (INamedTypeSymbol)method.TypeArguments[1]);
        return new(CodeText.Of(service), CodeText.Of(implementation), new DecoratorMembers(implementation).Write(service), location);
    }

    public static bool IsRegistration(IMethodSymbol method) =>
        method is { Name: Registration, Arity: 2, ContainingAssembly.Name: "MoniGo.Tracing" };

    /// <summary>Tells from its form alone whether a node may be such a call.</summary>
    public static bool MayBe(SyntaxNode node) => node is InvocationExpressionSyntax
    {
        Expression: GenericNameSyntax { Identifier.ValueText: Registration }
            or MemberAccessExpressionSyntax { Name.Identifier.ValueText: Registration }
            or MemberBindingExpressionSyntax { Name.Identifier.ValueText: Registration },
    };
}
