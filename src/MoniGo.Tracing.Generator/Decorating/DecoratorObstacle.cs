using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>What keeps a service from being decorated.</summary>
internal static class DecoratorObstacle
{
    /// <summary>Finds the reason, in words that follow "because"; null where there is none.</summary>
    public static string? Of(ITypeSymbol service, ITypeSymbol implementation, Compilation compilation) =>
        OfService(service, compilation) ?? OfImplementation(implementation, compilation) ?? OfMembers((INamedTypeSymbol)service, compilation);

    private static string? OfService(ITypeSymbol service, Compilation compilation) =>
        HoldsTypeParameter(service) ? $"'{service.Name}' is known only to the callers of this method"
        : service.TypeKind != TypeKind.Interface ? $"'{service.Name}' is not an interface"
        : OfReach(service, compilation);

    private static string? OfImplementation(ITypeSymbol implementation, Compilation compilation) =>
        HoldsTypeParameter(implementation) ? $"'{implementation.Name}' is known only to the callers of this method"
        : implementation is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } ? $"'{implementation.Name}' is no class that can be made"
        : OfReach(implementation, compilation);

    private static string? OfReach(ITypeSymbol type, Compilation compilation) =>
        TypeReach.CanName(type, compilation) ? null : $"generated code cannot name '{type.Name}', which is private or local to a file";

    private static string? OfMembers(INamedTypeSymbol service, Compilation compilation)
    {
        foreach (var member in InterfaceMembers.Of(service))
        {
            if (InterfaceMembers.MethodsOf(member).Any(method => !compilation.IsSymbolAccessibleWithin(method, compilation.Assembly)))
                return $"'{member.Name}' is not accessible";
            if (member is IPropertySymbol { SetMethod.IsInitOnly: true })
                return $"'{member.Name}' can only be set while the object is made";
        }

        return null;
    }

    private static bool HoldsTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HoldsTypeParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HoldsTypeParameter) || (named.ContainingType is { } outer && HoldsTypeParameter(outer)),
        _ => false,
    };
}
