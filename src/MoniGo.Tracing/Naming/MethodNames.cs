using System.Reflection;

namespace MoniGo.Tracing;

/// <summary>Names methods with their types, as in <c>Orders.Price(string,int)-&gt;Task&lt;decimal&gt;</c>.</summary>
/// <remarks>Two methods share a name only if type, method and signature agree, so their calls are not mixed. Stateless.</remarks>
internal static class MethodNames
{
    /// <summary>Names a method; null for a lambda, which has no name that people would know.</summary>
    /// <param name="method">The method.</param>
    /// <param name="type">The type it is called on, where that is not the one that declares it.</param>
    public static string? Of(MethodInfo method, Type? type = null)
    {
        if (!IsCompilerMade(method.Name))
            return Prefix(type ?? method.DeclaringType) + method.Name + Signature(method);

        return LocalFunction(method.Name) is { } local ? local + Signature(method) : null;
    }

    private static string Prefix(Type? type) =>
        type is null || IsCompilerMade(type.Name) ? "" : TypeNames.Of(type) + ".";

    private static string Signature(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? "<" + TypeNames.List(method.GetGenericArguments()) + ">" : "";
        var parameters = TypeNames.List(method.GetParameters().Select(parameter => parameter.ParameterType));
        return $"{generics}({parameters})->{TypeNames.Of(method.ReturnType)}";
    }

    private static bool IsCompilerMade(string name) => name.Contains('<', StringComparison.Ordinal);

    // Roslyn writes a local function as <Outer>g__Name|0_0.
    private static string? LocalFunction(string name)
    {
        var start = name.IndexOf(">g__", StringComparison.Ordinal);
        var end = name.LastIndexOf('|');
        return start >= 0 && end > start ? name[(start + 4)..end] : null;
    }
}
