using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>What keeps the calls of a method from being woven, in words that follow "because".</summary>
internal sealed record Obstacle(ObstacleKind Kind, string Reason)
{
    /// <summary>Finds what stands in the way of a method; null where nothing does.</summary>
    /// <param name="method">The method as it is declared, unreduced and without type arguments.</param>
    /// <param name="compilation">The program whose calls would be woven.</param>
    public static Obstacle? Of(IMethodSymbol method, Compilation compilation)
    {
        if (Bodies.IsIterator(method) || Results.IsAsynchronousSequence(method.ReturnType))
            return new(ObstacleKind.Iterator, "a call only makes the sequence, and the work runs in the loop that reads it");

        if (Bodies.IsAsyncVoid(method))
            return new(ObstacleKind.AsyncVoid, "nobody learns when an async void method ends or how; return a Task");

        var reason = OfKind(method) ?? OfSignature(method, compilation) ?? OfAccess(method, compilation);
        return reason is null ? null : new(ObstacleKind.OutOfReach, reason);
    }

    private static string? OfKind(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.LocalFunction } => "a local function cannot be intercepted",
        { MethodKind: MethodKind.ExplicitInterfaceImplementation } => "only its interface can be called; register it with AddMoniGoTraced or mark the interface",
        { MethodKind: not MethodKind.Ordinary } => "only calls of ordinary methods are woven",
        { ContainingType.TypeKind: not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) } => "a member of an extension block cannot be intercepted; write it with 'this'",
        { IsStatic: true, IsAbstract: true } or { IsStatic: true, IsVirtual: true } => "a static interface member cannot be intercepted",
        _ => Bodies.Has(method, "ConditionalAttribute") ? "whether a [Conditional] call runs is decided where it stands" : null,
    };

    private static string? OfSignature(IMethodSymbol method, Compilation compilation)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            return "it returns by reference";

        if (method.IsVararg)
            return "its arguments vary";

        if (TypeReach.Unreachable(method, compilation) is { } type)
            return $"generated code cannot name '{type.Name}', which is private, local to a file or a function pointer";

        var names = TypeReach.TypeParametersOf(method.ContainingType).Concat(method.TypeParameters).Select(one => one.Name).ToList();
        return names.Distinct().Count() == names.Count ? null : "two of its type parameters share a name";
    }

    private static string? OfAccess(IMethodSymbol method, Compilation compilation) =>
        compilation.IsSymbolAccessibleWithin(method, compilation.Assembly) || CanBeReachedByAccessor(method)
            ? null
            : "it is not accessible, and stands in a struct, an interface, a static or a generic type";

    /// <summary>Gets whether the runtime gives generated code a way to a private method.</summary>
    private static bool CanBeReachedByAccessor(IMethodSymbol method) =>
        method.ContainingType is { TypeKind: TypeKind.Class, IsStatic: false } type && !TypeReach.TypeParametersOf(type).Any();
}
