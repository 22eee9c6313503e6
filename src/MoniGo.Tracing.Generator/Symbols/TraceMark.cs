using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>The <c>[MoniGoTrace]</c> that applies to a method, found as reflection would find it: the nearest wins.</summary>
/// <param name="Name">The name it gives, or null.</param>
/// <param name="StandsOnType">Whether it stands on a type, not on the method.</param>
internal sealed record TraceMark(string? Name, bool StandsOnType)
{
    private const string RoomOfTheAttribute = "MoniGo.Tracing";

    // Most calls of a program go to assemblies that cannot hold the attribute; asking each of their methods for attributes would be slow.
    private static readonly ConditionalWeakTable<IAssemblySymbol, object> Knows = new();

    /// <summary>Finds the mark that applies to calls of a method; null where there is none.</summary>
    public static TraceMark? Of(IMethodSymbol method)
    {
        if (!MayHold(method.ContainingAssembly))
            return null;

        return OfMethod(method) ?? (IsReachedByType(method) ? OfType(method.ContainingType) : null);
    }

    /// <summary>Finds the mark on the method itself or on one that it overrides.</summary>
    public static TraceMark? OfMethod(IMethodSymbol method)
    {
        for (var one = method; one is not null; one = one.OverriddenMethod)
        {
            if ((On(one) ?? (one.PartialDefinitionPart is { } part ? On(part) : null)) is { } mark)
                return mark;
        }

        return null;
    }

    /// <summary>Finds the mark on a type or on one that it derives from.</summary>
    public static TraceMark? OfType(INamedTypeSymbol? type)
    {
        for (var one = type; one is not null && MayHold(one.ContainingAssembly); one = one.BaseType)
        {
            if (On(one) is { } mark)
                return mark with { StandsOnType = true };
        }

        return null;
    }

    /// <summary>Gets whether a mark on the type means this method: what others call, not what the compiler or the base library calls.</summary>
    private static bool IsReachedByType(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension
        && !method.IsImplicitlyDeclared
        && method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && !OverridesObject(method);

    private static bool OverridesObject(IMethodSymbol method)
    {
        var root = method;
        while (root.OverriddenMethod is { } overridden)
            root = overridden;

        return root.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType;
    }

    private static TraceMark? On(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "MoniGoTraceAttribute", ContainingNamespace: { Name: "MoniGo", ContainingNamespace.IsGlobalNamespace: true } })
                return new TraceMark(NameIn(attribute), StandsOnType: false);
        }

        return null;
    }

    private static string? NameIn(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Name", Value.Value: string { Length: > 0 } name })
                return name;
        }

        return null;
    }

    /// <summary>Gets whether the attribute may stand on something of an assembly: it references ours.</summary>
    public static bool MayHold(IAssemblySymbol? assembly) =>
        assembly is not null && (bool)Knows.GetValue(assembly, static one => one.Modules.Any(ReferencesTheAttribute));

    private static bool ReferencesTheAttribute(IModuleSymbol module) =>
        module.ReferencedAssemblies.Any(static one => one.Name == RoomOfTheAttribute);
}
