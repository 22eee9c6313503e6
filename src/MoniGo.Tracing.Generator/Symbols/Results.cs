using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>Tells what a method answers with.</summary>
internal static class Results
{
    public static ResultKind KindOf(IMethodSymbol method) =>
        method.ReturnsVoid ? ResultKind.Void : IsTask(method.ReturnType) ? ResultKind.Asynchronous : ResultKind.Synchronous;

    /// <summary>Gets whether it is a sequence that is worked out while it is read.</summary>
    public static bool IsAsynchronousSequence(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IAsyncEnumerable" or "IAsyncEnumerator", Arity: 1 } named && IsIn(named, "Generic", "Collections", "System");

    private static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: < 2 } named && IsIn(named, "Tasks", "Threading", "System");

    private static bool IsIn(INamedTypeSymbol type, params string[] namespaces)
    {
        var space = type.ContainingNamespace;
        foreach (var name in namespaces)
        {
            if (space?.Name != name)
                return false;
            space = space.ContainingNamespace;
        }

        return type.ContainingType is null && space.IsGlobalNamespace;
    }
}
