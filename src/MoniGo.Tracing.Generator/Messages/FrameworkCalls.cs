using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MoniGo.Tracing.Generator;

/// <summary>Tells what ASP.NET Core calls, which <c>AddMoniGo()</c> times without weaving.</summary>
internal static class FrameworkCalls
{
    private static readonly HashSet<string> Bases = ["ControllerBase", "PageModel", "PageBase", "Hub", "ComponentBase"];
    private static readonly HashSet<string> Marks = ["ControllerAttribute", "ApiControllerAttribute", "BindServiceMethodAttribute"];

    /// <summary>Gets whether a type is a controller, a page, a hub, a component or a gRPC service.</summary>
    public static bool Make(INamedTypeSymbol? type)
    {
        if (type is { DeclaredAccessibility: Accessibility.Public } && type.Name.EndsWith("Controller", StringComparison.Ordinal))
            return true;

        for (var one = type; one is not null; one = one.BaseType)
        {
            if (Bases.Contains(one.Name) || one.GetAttributes().Any(mark => Marks.Contains(mark.AttributeClass?.Name ?? "")))
                return true;
        }

        return false;
    }

    /// <summary>Gets whether a method group becomes the handler of an endpoint.</summary>
    public static bool IsHandler(IMethodReferenceOperation group)
    {
        var operation = group.Parent;
        while (operation is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            // The handler of a Minimal API may have any signature; little else takes a delegate of no type.
            if (operation.Type?.SpecialType == SpecialType.System_Delegate)
                return true;
            operation = operation.Parent;
        }

        return operation is IArgumentOperation { Parent: IInvocationOperation call } && TypesOf(call).Any(IsRouteBuilder);
    }

    private static IEnumerable<ITypeSymbol?> TypesOf(IInvocationOperation call) =>
        call.Arguments.Select(argument => argument.Parameter?.Type).Append(call.Instance?.Type);

    private static bool IsRouteBuilder(ITypeSymbol? type) =>
        type is not null && (type.Name == "IEndpointRouteBuilder" || type.AllInterfaces.Any(one => one.Name == "IEndpointRouteBuilder"));
}
