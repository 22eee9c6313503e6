using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>Tells whether a file of its own, beside the user's, can name a type.</summary>
internal static class TypeReach
{
    /// <summary>Gives a type of the signature that cannot be named; null where all can.</summary>
    public static ITypeSymbol? Unreachable(IMethodSymbol method, Compilation compilation) =>
        TypesOf(method).FirstOrDefault(type => !CanName(type, compilation));

    public static bool CanName(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => CanName(array.ElementType, compilation),
        IPointerTypeSymbol pointer => CanName(pointer.PointedAtType, compilation),
        INamedTypeSymbol named => CanNameNamed(named, compilation),
        IFunctionPointerTypeSymbol => false,
        _ => true,
    };

    /// <summary>Gets the type parameters of a type and of those around it, from the outside in.</summary>
    public static IEnumerable<ITypeParameterSymbol> TypeParametersOf(INamedTypeSymbol? type) =>
        type is null ? [] : TypeParametersOf(type.ContainingType).Concat(type.TypeParameters);

    private static bool CanNameNamed(INamedTypeSymbol type, Compilation compilation)
    {
        for (var one = type; one is not null; one = one.ContainingType)
        {
            if (one.IsFileLocal || !one.TypeArguments.All(argument => CanName(argument, compilation)))
                return false;
        }

        return compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);
    }

    private static IEnumerable<ITypeSymbol> TypesOf(IMethodSymbol method)
    {
        yield return method.ContainingType;
        yield return method.ReturnType;
        foreach (var parameter in method.Parameters)
            yield return parameter.Type;
        foreach (var type in TypeParametersOf(method.ContainingType).Concat(method.TypeParameters).SelectMany(one => one.ConstraintTypes))
            yield return type;
    }
}
