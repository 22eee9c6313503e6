using System.Text;
using Microsoft.CodeAnalysis;

namespace MoniGo.Tracing.Generator;

/// <summary>Names methods at compile time exactly as <c>MethodNames</c> and <c>TypeNames</c> of MoniGo.Tracing name them at run time.</summary>
/// <remarks>A test holds both against each other for every method of several assemblies.</remarks>
internal static class SymbolNames
{
    /// <summary>Names a method, such as <c>Orders.Price(string,int)-&gt;Task&lt;decimal&gt;</c>.</summary>
    public static string Of(IMethodSymbol method)
    {
        var generics = method.IsGenericMethod ? "<" + List(method.TypeArguments) + ">" : "";
        var parameters = string.Join(",", method.Parameters.Select(parameter => ByReference(parameter.RefKind) + Of(parameter.Type)));
        return $"{Of(method.ContainingType)}.{method.Name}{generics}({parameters})->{ByReference(method.RefKind)}{Of(method.ReturnType)}";
    }

    /// <summary>Names a type as C# writes it, without namespaces.</summary>
    public static string Of(ITypeSymbol type) => Keyword(type.SpecialType) ?? type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType) + "[" + new string(',', array.Rank - 1) + "]",
        IPointerTypeSymbol pointer => Of(pointer.PointedAtType) + "*",
        IDynamicTypeSymbol => "object",
        INamedTypeSymbol named => OfNamed(named.IsTupleType ? named.TupleUnderlyingType ?? named : named),
        _ => type.Name,
    };

    private static string OfNamed(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && !type.IsDefinition)
            return Of(type.TypeArguments[0]) + "?";

        // A tuple of eight or more nests; it is written as the generic type it is.
        return type is { IsTupleType: true, IsDefinition: false, Arity: > 1 and < 8 } ? "(" + List(type.TypeArguments) + ")" : WithOuterTypes(type);
    }

    private static string WithOuterTypes(INamedTypeSymbol type)
    {
        var text = new StringBuilder();
        if (type.ContainingType is { } outer)
            text.Append(WithOuterTypes(outer)).Append('.');

        text.Append(type.Name);
        if (type.Arity > 0)
            text.Append('<').Append(List(type.TypeArguments)).Append('>');

        return text.ToString();
    }

    private static string List(IEnumerable<ITypeSymbol> types) => string.Join(",", types.Select(Of));

    private static string ByReference(RefKind kind) => kind == RefKind.None ? "" : "ref ";

    private static string? Keyword(SpecialType type) => type switch
    {
        SpecialType.System_Void => "void",
        SpecialType.System_Object => "object",
        SpecialType.System_String => "string",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_Byte => "byte",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_IntPtr => "nint",
        SpecialType.System_UIntPtr => "nuint",
        _ => null,
    };
}
