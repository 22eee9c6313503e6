using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>Tells which methods of a decorated service are timed, and under which name.</summary>
internal static class DecoratedMethod
{
    /// <summary>Gives the function's name; null for a method that is only handed on.</summary>
    /// <remarks>The interface's attribute comes first, so that the name does not depend on how a service is registered.</remarks>
    public static string? FunctionOf(IMethodSymbol member, INamedTypeSymbol implementation)
    {
        var declared = member.OriginalDefinition;
        if (!CanBeTimed(declared))
            return null;

        var implementing = (implementation.FindImplementationForInterfaceMember(member) as IMethodSymbol)?.OriginalDefinition;
        if (implementing is not null && !CanBeTimed(implementing))
            return null;

        return Name(TraceMark.Of(declared), declared) ?? (implementing is null ? null : Name(MarkOf(implementing), implementing));
    }

    // What implements an interface explicitly is called by others as much as a public method is.
    private static TraceMark? MarkOf(IMethodSymbol implementing) => TraceMark.OfMethod(implementing) ?? TraceMark.OfType(implementing.ContainingType);

    private static string? Name(TraceMark? mark, IMethodSymbol method) => mark is null ? null : mark.Name ?? SymbolNames.Of(method);

    private static bool CanBeTimed(IMethodSymbol method) =>
        !method.ReturnsByRef && !method.ReturnsByRefReadonly
        && !Bodies.IsIterator(method) && !Results.IsAsynchronousSequence(method.ReturnType) && !Bodies.IsAsyncVoid(method);
}
