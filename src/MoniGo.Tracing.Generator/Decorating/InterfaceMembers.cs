using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>What a class has to implement to stand in for an interface.</summary>
internal static class InterfaceMembers
{
    /// <summary>Gets the members of an interface and of those it inherits that a class implements, those with a default too.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol service) =>
        new[] { service }.Concat(service.AllInterfaces).SelectMany(one => one.GetMembers()).Where(IsImplemented);

    /// <summary>Gets the accessors of a property or an event, and a method itself.</summary>
    public static IEnumerable<IMethodSymbol> MethodsOf(ISymbol member) => member switch
    {
        IMethodSymbol method => [method],
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        IEventSymbol happening => new[] { happening.AddMethod, happening.RemoveMethod }.OfType<IMethodSymbol>(),
        _ => [],
    };

    // A static member is not called on an instance, a private or sealed one is nobody else's, an explicit one fills in another's.
    private static bool IsImplemented(ISymbol member) =>
        !member.IsStatic && (member.IsAbstract || member.IsVirtual) && member switch
        {
            IMethodSymbol method => method.MethodKind == MethodKind.Ordinary && method.ExplicitInterfaceImplementations.IsEmpty,
            IPropertySymbol property => property.ExplicitInterfaceImplementations.IsEmpty,
            IEventSymbol happening => happening.ExplicitInterfaceImplementations.IsEmpty,
            _ => false,
        };
}
